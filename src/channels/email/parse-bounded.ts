import { Worker } from 'node:worker_threads';
import { MAIL_LIMITS } from './mail-limits.ts';
import { parseMail } from './parse-mail.ts';
import type { ParsedMail } from './parsed-mail.ts';

/** What the worker thread answers. */
export type ParseAnswer =
  | { readonly kind: 'started' }
  | { readonly kind: 'parsed'; readonly mail: ParsedMail }
  | { readonly kind: 'failed'; readonly because: string };

/** Loading a thread takes this long at most, even on a busy machine. */
const START_MS = 20_000;

/**
 * Takes a mail apart without blocking the thread that accepts messages: small ones here, big ones in a worker thread
 * that is ended after 5 s. Rejects when the mail cannot be read.
 */
export async function parseBounded(raw: Uint8Array): Promise<ParsedMail> {
  return raw.byteLength < MAIL_LIMITS.workerFromBytes ? parseMail(raw) : parseInWorker(raw);
}

async function parseInWorker(raw: Uint8Array): Promise<ParsedMail> {
  // The build turns `.ts` into `.js`; a worker's entry is named by hand.
  const entry = new URL(import.meta.url.endsWith('.ts') ? './parse-worker.ts' : './parse-worker.js', import.meta.url);
  const worker = new Worker(entry, { workerData: raw, resourceLimits: { maxOldGenerationSizeMb: 512 } });
  let timeout: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ParsedMail>((resolve, reject) => {
      const endAfter = (ms: number): void => {
        clearTimeout(timeout);
        timeout = setTimeout(() => reject(new RangeError(`took longer than ${ms / 1000} s`)), ms);
      };
      endAfter(START_MS);
      worker.on('message', (answer: ParseAnswer) => {
        if (answer.kind === 'started') endAfter(MAIL_LIMITS.parseMs);
        else if (answer.kind === 'parsed') resolve(answer.mail);
        else reject(new RangeError(answer.because));
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new RangeError('the parser ended without an answer')));
    });
  } finally {
    clearTimeout(timeout);
    await worker.terminate();
  }
}
