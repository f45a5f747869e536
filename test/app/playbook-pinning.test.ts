import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { versionOf, type Config } from '../../src/config.ts';
import { messageId } from '../../src/domain/ids.ts';
import { openSupport } from '../support/agent/open-support.ts';

const folder = mkdtempSync(join(tmpdir(), 'deskhand-pinning-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How soon the customer is promised an answer about an approval. */
const promising =
  (promiseHours: number) =>
  (config: Config): Config => {
    const { policies } = config.playbook;
    const playbook = { ...config.playbook, policies: { ...policies, approval: { ...policies.approval, promiseHours } } };
    return { ...config, dataFolder: folder, playbook, playbookVersion: versionOf(playbook) };
  };

describe('a conversation', () => {
  it('goes on under the rules it was opened with after they were changed, and a new one gets the new rules', async () => {
    const before = await openSupport(promising(24), { throwAway: false });
    await before.customer('jonas.brandt@example.com').proves('I want a refund for LF-10003');
    await before.close();

    const after = await openSupport(promising(48), { throwAway: false });
    const pinned = await after
      .customer('jonas.brandt@example.com')
      .says('yes please', { change: { id: messageId('email/pinning/jonas/yes') } });
    const fresh = after.customer('tom.becker@example.com');
    await fresh.says('I want a refund for LF-10012', { change: { id: messageId('email/pinning/tom/refund') } });
    await fresh.says(await fresh.code(), { change: { id: messageId('email/pinning/tom/code') } });
    const current = await fresh.says('yes please', { change: { id: messageId('email/pinning/tom/yes') } });
    await after.close();

    expect(pinned.text).toContain('within 24 hours');
    expect(current.text).toContain('within 48 hours');
    expect(pinned.after.configVersion).not.toBe(current.after.configVersion);
  }, 60_000);
});
