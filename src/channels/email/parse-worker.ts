import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { ParseAnswer } from './parse-bounded.ts';
import { parseMail } from './parse-mail.ts';

/** The thread in which one big mail is taken apart. */
const answer: ParseAnswer = await parseMail(z.instanceof(Uint8Array).parse(workerData)).then(
  (mail): ParseAnswer => ({ kind: 'parsed', mail }),
  (error: unknown): ParseAnswer => ({ kind: 'failed', because: error instanceof Error ? error.message : 'cannot be read' }),
);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
parentPort?.postMessage(answer);
