import { describe, expect, it } from '@jest/globals';
import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDemoMailbox } from '../../../src/channels/email/demo-mailbox.ts';
import { channelName, outboundId } from '../../../src/domain/ids.ts';
import type { OutboundMessage } from '../../../src/domain/outbound.ts';
import { COMPANY } from './email-builders.ts';

const code: OutboundMessage = {
  id: outboundId('turn-1/1'),
  to: { channel: channelName('email'), account: 'support@larkfield.example', space: 'mia@example.com', key: 'code/turn-1' },
  audience: { kind: 'thread' },
  body: { kind: 'text', markdown: 'Your code is **123456**.' },
  subject: 'Your code',
  secret: true,
  speaker: { kind: 'system' },
  createdAt: new Date('2026-11-20T10:00:00Z'),
};

describe('the demo mailbox', () => {
  it('keeps what would have left, in a file that outlives the process', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'deskhand-demo-'));
    const mailbox = createDemoMailbox({ company: COMPANY }, { dataFolder });
    expect(await mailbox.find(code)).toBe('absent');
    expect((await mailbox.send(code)).kind).toBe('sent');
    appendFileSync(join(dataFolder, 'demo-mail.jsonl'), '{"id":"half');
    const reopened = createDemoMailbox({ company: COMPANY }, { dataFolder });
    expect(await reopened.find(code)).toBe('sent');
    expect(reopened.mails()).toMatchObject([{ to: 'mia@example.com', subject: 'Your code', at: code.createdAt }]);
    expect(reopened.mails()[0]?.text).toContain('Your code is 123456.');
  });

  it('keeps a mail once, however often it is sent', async () => {
    const mailbox = createDemoMailbox({ company: COMPANY }, { dataFolder: undefined });
    await mailbox.send(code);
    await mailbox.send(code);
    expect(mailbox.mails()).toHaveLength(1);
  });

  it('says that what is no mail address cannot be reached', async () => {
    const mailbox = createDemoMailbox({ company: COMPANY }, { dataFolder: undefined });
    expect((await mailbox.send({ ...code, to: { ...code.to, space: 'C-1001' } })).kind).toBe('undeliverable');
  });
});
