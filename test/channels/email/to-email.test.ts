import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { composeMail } from '../../../src/channels/email/compose-mail.ts';
import { parseMail } from '../../../src/channels/email/parse-mail.ts';
import { newHead, withMail } from '../../../src/channels/email/thread-heads.ts';
import { toEmail } from '../../../src/channels/email/to-email.ts';
import type { MailSender, OutgoingMail } from '../../../src/channels/email/to-email.ts';
import { channelName, outboundId, participantKey } from '../../../src/domain/ids.ts';
import type { OutboundMessage } from '../../../src/domain/outbound.ts';
import { COMPANY } from './email-builders.ts';

const SENDER: MailSender = {
  supportAddress: 'support@larkfield.example',
  aliases: ['help@larkfield.example'],
  company: COMPANY,
  plusAddressing: true,
  secret: 's',
};
const AT = new Date('2026-11-20T10:00:00Z');
const HEAD = withMail(newHead('abcdefghijklmnop', 'mia@example.com'), {
  at: AT.getTime() - 1000,
  messageId: '<m1@example.com>',
  subject: 'Re: RE: Mugs',
  cc: ['ana@example.com', 'help@larkfield.example'],
  author: 'mia@example.com',
});

const message = (parts: Partial<OutboundMessage> = {}): OutboundMessage => ({
  id: outboundId('turn-7/0'),
  to: { channel: channelName('email'), account: SENDER.supportAddress, space: 'mia@example.com', key: 'abcdefghijklmnop' },
  audience: { kind: 'thread' },
  body: { kind: 'text', markdown: 'Your refund of **$40.00** is on its way.' },
  subject: undefined,
  secret: false,
  speaker: { kind: 'agent' },
  createdAt: AT,
  ...parts,
});

const required = (mail: OutgoingMail | undefined): OutgoingMail => {
  if (mail === undefined) throw new Error('no mail was made');
  return mail;
};

describe('an outgoing mail', () => {
  it('answers the last mail of the thread under its subject', () => {
    const mail = required(toEmail(message(), HEAD, SENDER));
    expect(mail).toMatchObject({
      to: ['mia@example.com'],
      cc: ['ana@example.com'],
      subject: 'Re: Mugs',
      inReplyTo: '<m1@example.com>',
      references: ['<m1@example.com>'],
    });
  });

  it('goes to one person alone when the answer is private', () => {
    const mail = required(toEmail(message({ audience: { kind: 'only', participant: participantKey('mia@example.com') } }), HEAD, SENDER));
    expect(mail).toMatchObject({ to: ['mia@example.com'], cc: [] });
  });

  it('carries nothing of the thread to somebody who is not part of it', () => {
    const mail = required(
      toEmail(message({ audience: { kind: 'only', participant: participantKey('new@example.com') }, subject: 'Your code' }), HEAD, SENDER),
    );
    expect(mail).toMatchObject({ to: ['new@example.com'], subject: 'Your code', inReplyTo: undefined, references: [] });
  });

  it('never goes to a reader in copy when it holds a secret', () => {
    expect(required(toEmail(message({ secret: true }), HEAD, SENDER)).cc).toEqual([]);
  });

  it('begins a thread with the subject of the message', () => {
    const fresh = message({ to: { ...message().to, space: 'tom@example.com', key: 'code/turn-9' }, subject: 'Your refund' });
    expect(required(toEmail(fresh, undefined, SENDER))).toMatchObject({
      to: ['tom@example.com'],
      subject: 'Your refund',
      inReplyTo: undefined,
    });
  });

  it.each<[string, Partial<OutboundMessage>]>([
    ['to ourselves', { to: { ...message().to, space: SENDER.supportAddress } }],
    ['to what is no address', { to: { ...message().to, space: 'U123' } }],
    ['to two addresses in one', { to: { ...message().to, space: 'a@example.com, b@example.com' } }],
    ['with a typing status', { body: { kind: 'status', state: 'working' } }],
  ])('is not made %s', (_, parts) => {
    expect(toEmail(message(parts), undefined, SENDER)).toBeUndefined();
  });

  it.each<[string, OutboundMessage['speaker'], string, string]>([
    ['the agent, as a machine', { kind: 'agent' }, "I'm an AI support agent", 'Robin (Larkfield Outfitters)'],
    ['a human, with their name', { kind: 'staff', name: 'Ana' }, 'Ana\nLarkfield Outfitters', 'Ana (Larkfield Outfitters)'],
    ['the company', { kind: 'system' }, 'Larkfield Outfitters', 'Larkfield Outfitters'],
  ])('is signed by %s', (_, speaker, signature, from) => {
    const mail = required(toEmail(message({ speaker }), HEAD, SENDER));
    expect(mail.text).toContain(`-- \n`);
    expect(mail.text.split('-- \n')[1]).toContain(signature);
    expect(mail.from.name).toBe(from);
  });

  it('lists the choices of a question in words', () => {
    const mail = required(toEmail(message({ body: { kind: 'question', markdown: 'Shall I?', choices: ['yes', 'no'] } }), HEAD, SENDER));
    expect(mail.text).toContain('You can simply reply with: yes · no');
  });

  it('is the same to the byte at every try, also when a new mail came in between', async () => {
    const first = await composeMail(required(toEmail(message(), HEAD, SENDER)));
    const later = withMail(HEAD, {
      at: AT.getTime() + 5000,
      messageId: '<m2@example.com>',
      subject: 'Other',
      cc: [],
      author: 'mia@example.com',
    });
    const second = await composeMail(required(toEmail(message(), later, SENDER)));
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  it('is marked so that no machine answers it', async () => {
    const raw = Buffer.from(await composeMail(required(toEmail(message(), HEAD, SENDER)))).toString();
    expect(raw).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    expect(raw).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
  });

  it('has the same set of headers whatever stands in subject, names and addresses', async () => {
    const names = async (mail: OutgoingMail): Promise<readonly string[]> =>
      (await parseMail(await composeMail(mail))).headers.map(([name]) => name);
    const expected = await names(required(toEmail(message({ subject: 'plain' }), undefined, SENDER)));
    const evil = fc
      .array(
        fc.constantFrom(
          '\r\n',
          '\n',
          '\r',
          '\0',
          '\u2028',
          '\u2029',
          'Bcc: x@evil.example',
          'X-A: 1',
          ': ',
          'é',
          '"',
          '<',
          '>',
          ',',
          'word',
          '\t',
          '=?utf-8?q?x?=',
        ),
        { maxLength: 12 },
      )
      .map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(evil, evil, evil, async (subject, name, company) => {
        const mail = required(
          toEmail(message({ subject, speaker: { kind: 'staff', name } }), undefined, { ...SENDER, company: { ...COMPANY, name: company } }),
        );
        expect([mail.subject, mail.from.name].join('')).not.toMatch(/[\r\n\0\u2028\u2029]/);
        expect(await names(mail)).toEqual(expected);
        expect(mail.to).toEqual(['mia@example.com']);
      }),
      { numRuns: 300 },
    );
  });
});
