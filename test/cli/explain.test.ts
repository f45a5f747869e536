import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Command } from '../../src/cli/command.ts';
import { explainCommand, explanationText } from '../../src/cli/explain.ts';
import { metricsCommand } from '../../src/cli/metrics.ts';
import { configVersion } from '../../src/domain/ids.ts';
import { openStore } from '../../src/store/index.ts';
import { history } from '../insight/event-history.ts';

describe('a turn in words', () => {
  it('leaves out what there is none of, and cannot steer the terminal', () => {
    const text = explanationText({
      turn: 't1',
      at: new Date('2026-11-16T15:00:00Z'),
      said: ['hi\u001b[2J'],
      intents: [{ intent: 'order_status', topic: 'track', confidence: 0.914, autonomy: 'auto' }],
      signals: [],
      language: undefined,
      decision: 'ask',
      because: 'needs code: mail',
      rules: [],
      held: [{ tool: 'process_refund', rule: 'human_approval', evidence: '$240.00 is above $100.00' }],
      actions: [{ tool: 'lookup_order', status: 'refused', rule: 'not_found', summary: 'no such order' }],
      sources: [],
      reply: ['first line\nsecond line'],
      costMicroUsd: 0,
      modelCalls: [],
    });
    expect(text.split('\n')).toEqual([
      '2026-11-16T15:00:00.000Z',
      '  customer    hi [2J',
      '  understood  order_status/track 0.91 (auto)',
      '  gate        process_refund waits (human_approval): $240.00 is above $100.00',
      '  actions     lookup_order refused (not_found): no such order',
      '  decision    ask: needs code: mail',
      '  reply       first line',
      '              second line',
      '',
    ]);
  });
});

describe('commands that look back', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'deskhand-past-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function run(command: Command, args: readonly string[]) {
    const written = { stdout: '', stderr: '' };
    const into = (name: 'stdout' | 'stderr') => ({ write: (text: string) => (written[name] += text) });
    const io = { stdin: Readable.from([]), stdout: into('stdout'), stderr: into('stderr'), env: {}, signal: new AbortController().signal };
    const code = await command.run([...args, '--data', folder], io);
    return { ...written, code };
  }
  async function remember(): Promise<void> {
    const store = await openStore({ file: join(folder, 'deskhand.db'), now: () => new Date(), currentPlaybook: () => configVersion('v1') });
    const one = history('a');
    await store.appendEvents([one.opened(0), one.asks(0), one.decides(1), one.answers(2), one.resolved(60, 'confirmed')]);
    await store.close();
  }

  it('read the store of the data folder while no agent runs', async () => {
    await remember();
    const { stdout, code } = await run(metricsCommand, ['--json', '--why']);
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({ conversations: 1, ledger: [expect.objectContaining({ end: 'confirmed' })] }),
    ]);
  });

  it('are not misled by the address of an agent that was killed', async () => {
    await remember();
    writeFileSync(join(folder, 'agent.json'), JSON.stringify({ pid: 1, address: 'http://127.0.0.1:9', token: 'gone' }));
    expect((await run(metricsCommand, [])).stdout).toContain('1 conversations');
  });

  it('say clearly that nothing was written yet', async () => {
    await expect(run(metricsCommand, [])).rejects.toMatchObject({ code: 'store_unavailable', message: expect.stringContaining(folder) });
  });

  it('list the latest conversations for one that is unknown, and fail', async () => {
    await remember();
    const { stdout, stderr, code } = await run(explainCommand, ['email/none']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('there is no conversation "email/none"');
  });
});
