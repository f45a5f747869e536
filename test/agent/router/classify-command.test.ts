import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { classifyCommand } from '../../../src/cli/classify.ts';

const LABELLED = [
  ...['where is my order', 'track my parcel', 'has it shipped', 'when does it arrive', 'order status please'].map((text) => ({
    text,
    intent: 'track',
  })),
  ...['refund please', 'I want my money back', 'refund my order', 'give me a refund', 'money back now'].map((text) => ({
    text,
    intent: 'refund',
  })),
  ...['sing a song', 'what is the weather', 'tell me a joke', 'who won the game', 'translate good night'].map((text) => ({
    text,
    intent: 'oos',
  })),
];

function fileOf(lines: readonly unknown[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'classify-')), 'labelled.jsonl');
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  return path;
}

const anyLine = z.record(z.string(), z.unknown());

async function classify(args: readonly string[], input: string | readonly Uint8Array[]) {
  const written: string[] = [];
  const io = {
    stdin: Readable.from(typeof input === 'string' ? [input] : input),
    stdout: { write: (text: string) => written.push(text) },
    stderr: { write: () => undefined },
    env: {},
    signal: new AbortController().signal,
  };
  const exit = await classifyCommand.run(args, io);
  return {
    exit,
    lines: written
      .join('')
      .split('\n')
      .filter(Boolean)
      .map((line) => anyLine.parse(JSON.parse(line))),
  };
}

describe('deskhand classify --train', () => {
  const train = ['--train', fileOf(LABELLED)];

  it('keeps the signals to those of its contract, and says danger beside them', async () => {
    const { lines } = await classify(train, '{"id":1,"text":"the stove blew up and burned my hand, I want to talk to a person"}\n');
    expect(lines).toEqual([expect.objectContaining({ signals: ['asks_for_human'], danger: true })]);
  });

  it('writes one line for each line, in order', async () => {
    const { exit, lines } = await classify(
      train,
      '{"id":"a","text":"where is my order LF-10002"}\n{"id":2,"text":"I want a refund, thanks"}\n',
    );
    expect(exit).toBe(0);
    expect(lines).toEqual([
      {
        id: 'a',
        intent: 'track',
        intents: [{ intent: 'track', confidence: expect.any(Number) }],
        confidence: expect.any(Number),
        entities: [{ type: 'order_id', text: 'LF-10002', start: 18, end: 26, value: 'LF-10002' }],
        signals: [],
        danger: false,
        language: 'en',
      },
      expect.objectContaining({ id: 2, intent: 'refund', signals: ['thanks'] }),
    ]);
  });

  it('calls what it rejects out_of_scope', async () => {
    const { lines } = await classify(train, '{"id":1,"text":"tell me a joke"}');
    expect(lines).toMatchObject([{ id: 1, intent: 'out_of_scope' }]);
  });

  it('reports a bad line, goes on, and exits with 1', async () => {
    const { exit, lines } = await classify(
      train,
      '{"id":1,"text":"refund please"}\nnot json\n\n{"id":3}\n{"id":4,"text":"track my parcel"}',
    );
    expect(exit).toBe(1);
    expect(lines).toMatchObject([
      { id: 1 },
      { id: null, line: 2, error: 'not valid JSON' },
      { id: null, line: 4, error: expect.stringContaining('text') },
      { id: 4, intent: 'track' },
    ]);
  });

  it('reads letters that are cut apart between two chunks', async () => {
    const bytes = Buffer.from('{"id":"ü\u2028","text":"where is my örder"}\n');
    const { lines } = await classify(train, [bytes.subarray(0, 8), bytes.subarray(8)]);
    expect(lines).toMatchObject([{ id: 'ü\u2028' }]);
  });

  it.each([
    ['a file that is not there', ['--train', '/nowhere/labelled.jsonl'], 'cannot be read'],
    ['a line that is no JSON', ['--train', fileOf([LABELLED[0], '{oops'])], ':2: not valid JSON'],
    ['a line without intent', ['--train', fileOf([{ text: 'hi' }])], ':1: intent'],
    ['one label only', ['--train', fileOf(LABELLED.slice(0, 5))], 'fewer than two intents'],
  ])('refuses %s with one clear line', async (_, args, message) => {
    await expect(classify(args, '')).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(message) });
  });

  it('refuses options that it does not know', async () => {
    await expect(classify(['--trian', 'x'], '')).rejects.toThrow('--trian');
  });
});

describe('deskhand classify', () => {
  it('tells the requests of a message apart with the shipped intents, in the light of the history', async () => {
    const { exit, lines } = await classify(
      [],
      [
        { id: 1, text: 'cancel LF-10009 and how long do refunds take?' },
        { id: 2, text: 'and the other one?', history: [{ role: 'customer', text: 'where is LF-10001?' }] },
        { id: 3, text: 'what is the capital of Peru' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    expect(exit).toBe(0);
    expect(lines).toMatchObject([
      { id: 1, intent: 'order_status', intents: [{ intent: 'order_status' }, { intent: 'refund_request' }] },
      { id: 2, intent: 'order_status' },
      { id: 3, intent: 'other' },
    ]);
  });
});
