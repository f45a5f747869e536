import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppError } from '../../src/domain/error.ts';
import { createLogger } from '../../src/insight/logger.ts';
import { scrub } from '../../src/insight/scrub.ts';
import { history } from './event-history.ts';

const CANARIES = {
  card: '4242 4242 4242 4242',
  email: 'canary.person@example.com',
  code: '918273',
  slack: 'xoxb-1234567890-canarycanary',
  key: 'sk-ant-api03-canarycanarycanary',
  password: 'hunter2canary',
  bearer: 'Bearer abcdefcanary0123456789',
} as const;

describe('the log', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deskhand-log-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Logs into a real file and gives back its text. */
  async function logged(write: (logger: ReturnType<typeof createLogger>) => void, level: 'debug' | 'info' = 'debug'): Promise<string> {
    const file = join(folder, 'agent.log');
    const sink = await open(file, 'a');
    const writes: Promise<unknown>[] = [];
    write(createLogger({ level, sink: { write: (line) => writes.push(sink.appendFile(line)) } }));
    await Promise.all(writes);
    await sink.close();
    return readFileSync(file, 'utf8');
  }

  it('has one line a turn, named like its event, with fields instead of sentences', async () => {
    const one = history('a');
    const text = await logged(({ event }) =>
      event(one.decides(1, { actions: [{ tool: 'process_refund', status: 'refused', rule: 'final_sale' }] })),
    );
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject({
      event: 'turn.decided',
      level: 'info',
      conversationId: one.id,
      intents: ['order_status'],
      decision: 'reply',
      actions: ['process_refund:refused:final_sale'],
    });
  });

  it('has one line a delivery', async () => {
    expect(JSON.parse(await logged(({ event }) => event(history('a').answers(2))))).toMatchObject({
      event: 'message.delivered',
      speaker: 'agent',
      tries: 1,
    });
  });

  it('names no person', async () => {
    const one = history('a', 'mail:someone');
    expect(await logged(({ event }) => event(one.opened(0)))).not.toContain('someone');
  });

  it('keeps the lines of one person together without naming anybody', async () => {
    const lines = await logged(({ log }) => {
      for (const address of [CANARIES.email, 'another@example.com', CANARIES.email.toUpperCase()])
        log('info', 'test.logged', { id: `email/${address}/1` });
    });
    const ids = lines
      .trim()
      .split('\n')
      .map((line) => /"id":"([^"]+)"/.exec(line)?.[1]);
    expect(new Set(ids).size).toBe(2);
    expect(ids[0]).toMatch(/^email\/\[email [0-9a-f]{6}\]\/1$/);
  });

  it('keeps messages that only count below the usual level', async () => {
    expect(await logged(({ event }) => event(history('a').asks(0)), 'info')).toBe('');
  });

  it.each([
    [
      'a nested list',
      {
        list: [
          {
            deep: [
              {
                deeper: [CANARIES.card, CANARIES.email, CANARIES.slack, CANARIES.key, CANARIES.bearer],
                pair: `code ${CANARIES.code}`,
                password: CANARIES.password,
              },
            ],
          },
        ],
      },
    ],
    ['one sentence', { note: `card ${CANARIES.card}, code: ${CANARIES.code}, mail ${CANARIES.email}, ${CANARIES.bearer}` }],
    ['an address', { url: `https://hook:${CANARIES.password}@example.com/?token=${CANARIES.slack}&email=canary.person%40example.com` }],
    ['a text of JSON', { body: JSON.stringify({ password: CANARIES.password, api_key: CANARIES.key }) }],
  ])('lets no secret out of %s', async (_, fields) => {
    expect(await logged(({ log }) => log('info', 'test.logged', fields))).not.toMatch(leak());
  });

  it('lets no secret out of an error, its causes and their fields', async () => {
    const cause = Object.assign(new Error(`login failed for ${CANARIES.email} with password=${CANARIES.password}`), {
      request: { headers: [CANARIES.bearer] },
    });
    const error = new AppError('channel_unauthorized', `refused ${CANARIES.slack}`, { retryable: false, cause });
    const text = await logged(({ failure }) => failure('worker.failed', error));
    expect(text).toContain('channel_unauthorized');
    expect(text).not.toMatch(leak());
  });

  it('writes numbers that JSON does not know', async () => {
    expect(await logged(({ log }) => log('info', 'mailbox.opened', { uidValidity: 12n }))).toContain('"uidValidity":"12"');
  });

  const leak = () => /4242 4242|canary\.person|918273|canarycanary|hunter2canary|abcdefcanary/;
});

describe('scrubbing', () => {
  it.each([
    ['order LF-10001 of $240.00 on 2026-11-16T15:00:00.000Z'],
    ['T-1001 took 123456 ms'],
    ['tracking 1Z999AA10123456784'],
    ['{"ms":412,"confidence":0.9312345678901234,"waitedMs":100000}'],
    ['a number of sixteen digits, 1234567890123456, that is no card'],
  ])('leaves alone: %s', (line) => {
    expect(scrub(line)).toBe(line);
  });

  it.each([
    ['4111111111111111', '[card]'],
    ['Your code is 123 456.', 'Your code is [code].'],
    ['ana@mail.example wrote', '[email] wrote'],
    ['Authorization: Bearer abc.def-123456', 'Authorization: Bearer [token]'],
  ])('turns %s into %s', (line, scrubbed) => {
    expect(scrub(line)).toContain(scrubbed);
  });

  it('takes time in proportion to a hostile line', () => {
    const started = performance.now();
    scrub(`${'a.'.repeat(50_000)} ${'1 '.repeat(50_000)} ${'code '.repeat(20_000)} ${'password='.repeat(20_000)}`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
