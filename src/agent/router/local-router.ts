// oxlint-disable unicorn/require-post-message-target-origin -- threads have no origin; the rule is about windows
import { Worker } from 'node:worker_threads';
import type { HistoryLine, Understanding } from '../../domain/classification.ts';
import { AppError } from '../../domain/error.ts';
import type { Router } from './classifier.ts';
import { createMessageReader } from './message-reader.ts';
import { loadOrTrain } from './model-cache.ts';
import { routerAnswer, type RouterOptions, type RouterQuestion } from './router-options.ts';

/** A message that was being read in this many crashes is given up: it may be their cause. */
const TRIES_PER_MESSAGE = 2;
/** So many starts in a row without getting ready mean that no further one will help. */
const STARTS_WITHOUT_SUCCESS = 3;

/**
 * Starts the thread from compiled code, which it does not share with the main one. The lines are no file, because a first file
 * with types would load Node's whole TypeScript reader into the thread; the extension is the one of this file.
 */
const WORKER = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { enableCompileCache, flushCompileCache } from 'node:module';
    enableCompileCache();
    await import(${JSON.stringify(new URL(`./router-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url))});
    // A thread that is ended keeps nothing.
    flushCompileCache();
  `)}`,
);

export interface LocalRouterOptions extends RouterOptions {
  /** Told of each crash of the thread, before it is started again. */
  readonly onCrash?: (error: unknown) => void;
  /** Told once the model is trained or loaded and questions are answered at once. */
  readonly onReady?: () => void;
  /** The thread's entry; tests put one here that dies. */
  readonly worker?: URL;
}

/**
 * The router that needs no model key: learns in a thread of its own and returns at once; messages wait until it is ready.
 * A crash is reported, the thread started again, and unanswered messages are asked again. Rejects with
 * `AppError('model_unavailable')` when a message was in two crashes, the thread cannot start, or the router is closed.
 */
export function openLocalRouter(options: LocalRouterOptions): Router {
  return new LocalRouter(options);
}

/** The same router on the caller's thread: trains when the first message of a language is read. For tests and for filters that read their input once. */
export function inlineRouter(options: RouterOptions): Router {
  const reader = createMessageReader(options, { learn: (training) => loadOrTrain(training, options.cacheFolder).model });
  return {
    understand: (...message) => reader.read(...message),
    close: () => Promise.resolve(),
  };
}

interface Waiting {
  readonly question: RouterQuestion;
  tries: number;
  readonly resolve: (understanding: Understanding) => void;
  readonly reject: (error: AppError) => void;
}

class LocalRouter implements Router {
  readonly #options: LocalRouterOptions;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #nextId = 1;
  #startsInVain = 0;
  #closed = false;

  constructor(options: LocalRouterOptions) {
    this.#options = options;
    this.#start();
  }

  understand(text: string, history: readonly HistoryLine[], spoken?: string): Promise<Understanding> {
    return new Promise((resolve, reject) => {
      if (this.#worker === undefined) {
        reject(unavailable(this.#closed ? 'the router is closed' : 'the router could not start'));
        return;
      }
      const question = { id: this.#nextId++, text, history: history.map(({ role, text: line }) => ({ role, text: line })), spoken };
      this.#waiting.set(question.id, { question, tries: 0, resolve, reject });
      this.#worker.postMessage(question);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const worker = this.#worker;
    this.#worker = undefined;
    this.#rejectAll('the router was closed');
    await worker?.terminate();
  }

  #start(): void {
    const { intents, outOfScope, orderIdPattern, languageFiles = {}, cacheFolder } = this.#options;
    const worker = new Worker(this.#options.worker ?? WORKER, {
      workerData: { intents, outOfScope, orderIdPattern, languageFiles, cacheFolder },
    });
    this.#worker = worker;
    this.#startsInVain += 1;
    let failure: unknown;
    worker.on('message', (raw: unknown) => this.#hear(raw));
    worker.on('error', (error: unknown) => {
      failure = error;
    });
    worker.on('exit', (code) => {
      if (this.#worker === worker) this.#restart(failure ?? new Error(`the router's thread ended with code ${code}`));
    });
    for (const { question } of this.#waiting.values()) worker.postMessage(question);
  }

  #hear(raw: unknown): void {
    const answer = routerAnswer.parse(raw);
    if (answer.kind === 'ready') {
      this.#startsInVain = 0;
      this.#options.onReady?.();
      return;
    }
    if (answer.kind === 'language_failed') {
      this.#options.onCrash?.(new Error(`the words of the language ${answer.code} cannot be learned: ${answer.because}`));
      return;
    }
    this.#waiting.get(answer.id)?.resolve(answer.understanding);
    this.#waiting.delete(answer.id);
  }

  /** Questions are answered in turn, so the oldest unanswered one was being read when the thread died. */
  #restart(error: unknown): void {
    this.#options.onCrash?.(error);
    const [oldest] = this.#waiting.values();
    if (oldest !== undefined && this.#startsInVain === 0) {
      oldest.tries += 1;
      if (oldest.tries >= TRIES_PER_MESSAGE) {
        this.#waiting.delete(oldest.question.id);
        oldest.reject(unavailable('the message could not be read', error));
      }
    }
    if (this.#startsInVain < STARTS_WITHOUT_SUCCESS) {
      this.#start();
      return;
    }
    this.#worker = undefined;
    this.#rejectAll('the router could not start', error);
  }

  #rejectAll(because: string, cause?: unknown): void {
    for (const { reject } of this.#waiting.values()) reject(unavailable(because, cause));
    this.#waiting.clear();
  }
}

function unavailable(because: string, cause?: unknown): AppError {
  return new AppError('model_unavailable', because, { retryable: true, hint: 'see the log for why the thread of the router ended', cause });
}
