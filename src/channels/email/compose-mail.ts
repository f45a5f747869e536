import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMail } from './to-email.ts';

/** The bytes of a mail: the same for the same input, so that a resend is a copy and not a second mail. */
export async function composeMail(mail: OutgoingMail): Promise<Uint8Array> {
  const composer = new MailComposer({
    from: mail.from,
    to: [...mail.to],
    cc: [...mail.cc],
    replyTo: mail.replyTo,
    subject: mail.subject,
    messageId: mail.messageId,
    date: mail.date,
    text: mail.text,
    html: mail.html,
    baseBoundary: mail.boundary,
    disableUrlAccess: true,
    disableFileAccess: true,
    ...(mail.inReplyTo === undefined ? {} : { inReplyTo: mail.inReplyTo, references: [...mail.references] }),
    // RFC 3834 and Exchange: no responder answers us, so no loop begins with us.
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
  });
  return composer.compile().build();
}
