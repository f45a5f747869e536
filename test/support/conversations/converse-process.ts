import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { ChangedRow } from './final-rows.ts';
import { parseFinalRows } from './final-rows.ts';

/** Monday, 10:00 in New York: the day the sample orders are told from. */
export const PLAYED_AT = '2026-11-16T15:00:00Z';
/** The first line waits for the classifier; a busy machine with two cores needs patience. */
const LINE_TIMEOUT_MS = 60_000;
const ROOT = join(import.meta.dirname, '../../..');

/** A real `deskhand converse` that answers line by line. */
export class ConverseProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #folder: string;
  readonly #waiting: { readonly done: (line: string) => void; readonly failed: (error: Error) => void }[] = [];
  readonly #ended: Promise<number | null>;
  #errors = '';

  private constructor(folder: string, environment: Readonly<Record<string, string>> | undefined) {
    this.#folder = folder;
    const model = environment === undefined ? [] : ['--model'];
    const args = ['src/cli/main.ts', 'converse', '--at', PLAYED_AT, '--final', join(folder, 'final.jsonl'), ...model];
    this.#child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#waiting.shift()?.done(line));
    this.#child.stderr.on('data', (chunk: Buffer) => {
      this.#errors = (this.#errors + chunk.toString()).slice(-2000);
    });
    // A dead child is reported where its line is awaited; the pipe's own error adds nothing.
    this.#child.stdin.on('error', () => undefined);
    this.#ended = new Promise((resolve) => {
      this.#child.on('close', (code) => {
        for (const { failed } of this.#waiting.splice(0)) failed(this.#deathOf(code));
        resolve(code);
      });
    });
  }

  /** `model`: the environment of a language model that is asked. */
  static async start(model?: Readonly<Record<string, string>>): Promise<ConverseProcess> {
    return new ConverseProcess(await mkdtemp(join(tmpdir(), 'deskhand-converse-')), model);
  }

  /** Sends one line and resolves with the one it answers; rejects when the process ends or stays silent. */
  async ask(line: object): Promise<string> {
    if (this.#child.exitCode !== null) throw this.#deathOf(this.#child.exitCode);
    return new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error(`no answer within ${LINE_TIMEOUT_MS / 1000} s`)), LINE_TIMEOUT_MS);
      this.#waiting.push({
        done: (answer) => {
          clearTimeout(late);
          done(answer);
        },
        failed: (error) => {
          clearTimeout(late);
          failed(error);
        },
      });
      this.#child.stdin.write(`${JSON.stringify(line)}\n`);
    });
  }

  /** Ends the input, waits for the end and reads the shop's changed records. */
  async finish(): Promise<readonly ChangedRow[]> {
    this.#child.stdin.end();
    const code = await this.#ended;
    const text = await readFile(join(this.#folder, 'final.jsonl'), 'utf8').catch(() => undefined);
    await rm(this.#folder, { recursive: true, force: true });
    if (text === undefined) throw this.#deathOf(code);
    return parseFinalRows(text);
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }

  #deathOf(code: number | null): Error {
    return new Error(`converse ended with ${code}: ${this.#errors.trim()}`);
  }
}
