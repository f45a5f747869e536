import { describe, expect, it } from '@jest/globals';
import { isAutomatic, isFlaggedSpam } from '../../../src/channels/email/is-automatic.ts';
import { parseMail } from '../../../src/channels/email/parse-mail.ts';
import { mailOf } from './email-builders.ts';
import type { MailParts } from './email-builders.ts';

const OWN = { addresses: ['support@larkfield.example'], isOwnMessageId: (id: string) => id.startsWith('<ours.') };
const parse = (parts: MailParts) => parseMail(Buffer.from(mailOf(parts)));

describe('automatic mail', () => {
  it.each<[string, MailParts, string]>([
    ['a customer', {}, 'none'],
    ['a customer with a reply subject', { subject: 'Re: Automatic transmission manual' }, 'none'],
    ['a customer who writes about an office', { subject: 'Out of office chairs?' }, 'none'],
    ['a customer of a shop called noreplyx', { from: 'replying@example.com' }, 'none'],
    ['a customer whose program says no', { headers: ['Auto-Submitted: no'] }, 'none'],
    ['a customer through our own group address', { headers: ['List-Id: <support.larkfield.example>', 'Precedence: list'] }, 'none'],
    ['our Message-ID', { id: '<ours.1@larkfield.example>' }, 'own'],
    ['our address', { from: 'Support <support@larkfield.example>' }, 'own'],
    ['our address with a token', { from: 'support+abc@larkfield.example' }, 'own'],
    ['auto-replied (RFC 3834)', { headers: ['Auto-Submitted: auto-replied'] }, 'auto'],
    ['auto-generated (RFC 3834)', { headers: ['Auto-Submitted: auto-generated; type=x'] }, 'auto'],
    ['auto-notified', { headers: ['Auto-Submitted: auto-notified'] }, 'auto'],
    ['Exchange suppresses all', { headers: ['X-Auto-Response-Suppress: All'] }, 'auto'],
    ['Exchange suppresses OOF', { headers: ['X-Auto-Response-Suppress: DR, OOF, AutoReply'] }, 'auto'],
    ['Exchange inbox rules', { headers: ['X-MS-Exchange-Inbox-Rules-Loop: a@example.com'] }, 'auto'],
    ['X-Autoreply', { headers: ['X-Autoreply: yes'] }, 'auto'],
    ['X-Autorespond', { headers: ['X-Autorespond: 1'] }, 'auto'],
    ['X-Loop', { headers: ['X-Loop: yes'] }, 'auto'],
    ['Precedence: auto_reply', { headers: ['Precedence: auto_reply'] }, 'auto'],
    ['a null return path', { headers: ['Return-Path: <>'] }, 'auto'],
    ['a read receipt', { headers: ['Content-Type: multipart/report; report-type=disposition-notification; boundary=x'] }, 'auto'],
    ['a feedback report', { headers: ['Content-Type: multipart/report; report-type=feedback-report; boundary=x'] }, 'auto'],
    ['noreply', { from: 'noreply@example.com' }, 'auto'],
    ['no-reply with a suffix', { from: 'no-reply-orders@example.com' }, 'auto'],
    ['shop.donotreply', { from: 'shop.donotreply@example.com' }, 'auto'],
    ['notifications', { from: 'notifications@example.com' }, 'auto'],
    ['an English absence', { subject: 'Automatic reply: Your order' }, 'auto'],
    ['an English absence of the old kind', { subject: 'Out of Office: Your order' }, 'auto'],
    ['a German absence', { subject: 'Abwesenheitsnotiz: Ihre Bestellung' }, 'auto'],
    ['a German automatic answer', { subject: 'Automatische Antwort: Bestellung' }, 'auto'],
    ['a French absence', { subject: 'Réponse automatique : Commande' }, 'auto'],
    ['a Spanish absence', { subject: 'Respuesta automática: Pedido' }, 'auto'],
    ['a Swedish absence', { subject: 'Autosvar: Beställning' }, 'auto'],
    ['a Chinese absence', { subject: '自动回复: 订单' }, 'auto'],
    ['List-Id', { headers: ['List-Id: <users.lists.example.org>'] }, 'list'],
    ['List-Unsubscribe', { headers: ['List-Unsubscribe: <mailto:u@example.org>'] }, 'list'],
    ['Precedence: bulk', { headers: ['Precedence: bulk'] }, 'list'],
    ['MAILER-DAEMON', { from: 'MAILER-DAEMON@mx.example.net' }, 'bounce'],
    ['postmaster', { from: 'postmaster@example.net', subject: 'Undeliverable: hello' }, 'bounce'],
    ['failed recipients', { headers: ['X-Failed-Recipients: a@example.com'] }, 'bounce'],
    [
      'a bounce with a null path',
      { from: 'mx@example.net', subject: 'Undelivered Mail Returned to Sender', headers: ['Return-Path: <>'] },
      'bounce',
    ],
  ])('%s is: %s → %s', async (_, parts, expected) => {
    // Of two Content-Type headers the first one counts.
    expect(isAutomatic(await parse(parts), OWN)).toBe(expected);
  });

  it.each([
    ['failed', 'bounce'],
    ['delayed', 'auto'],
    ['delivered', 'auto'],
  ])('a delivery report with action %s counts as %s', async (action, expected) => {
    const raw = [
      'From: mta@example.net',
      'To: support@larkfield.example',
      'Subject: Delivery',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
      '',
      '--r',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx',
      '',
      'Final-Recipient: rfc822; mia@example.com',
      `Action: ${action}`,
      'Status: 5.1.1',
      '',
      '--r--',
      '',
    ].join('\r\n');
    expect(isAutomatic(await parseMail(Buffer.from(raw)), OWN)).toBe(expected);
  });

  it.each([
    ['X-Spam-Flag: YES', true],
    ['X-Spam-Status: Yes, score=9.1', true],
    ['X-Spam-Status: No, score=-1', false],
    ['X-MS-Exchange-Organization-SCL: 6', true],
    ['X-MS-Exchange-Organization-SCL: 1', false],
    ['X-Rspamd-Action: add header', true],
    ['Subject: spam', false],
  ])('a filter that wrote "%s" flags spam: %s', async (header, expected) => {
    expect(isFlaggedSpam((await parse({ headers: [header] })).headers)).toBe(expected);
  });
});
