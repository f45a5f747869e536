import { parentPort, workerData } from 'node:worker_threads';
import type { ParseAnswer } from './parse-bounded.ts';
import { parseMail } from './parse-mail.ts';

/** The thread in which one big mail is taken apart. It says when it has started, because only the work itself is timed. */
const answer = (message: ParseAnswer): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
  parentPort?.postMessage(message);
};

answer({ kind: 'started' });
try {
  if (!(workerData instanceof Uint8Array)) throw new TypeError('no mail was handed over');
  answer({ kind: 'parsed', mail: await parseMail(workerData) });
} catch (error) {
  answer({ kind: 'failed', because: error instanceof Error ? error.message : 'cannot be read' });
}
