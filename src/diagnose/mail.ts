import type { Config } from '../config.ts';
import { hintOf, messageOf, ok, problem, warning, type Finding } from './finding.ts';

export async function* checkMailbox({ imap }: Config): AsyncGenerator<Finding> {
  if (!imap) {
    yield ok('incoming mail', 'not configured: customers reach the agent on the page and in the terminal');
    return;
  }
  const where = `${imap.host}:${imap.port}`;
  try {
    const { mails, hasSentFolder } = await visitMailbox(imap);
    yield ok('incoming mail', `${where} lets us in; ${imap.mailbox} holds ${mails} mails, which stay as they are`);
    if (!hasSentFolder)
      yield warning('incoming mail', 'no folder for sent mail was found', 'Create "Sent", so that colleagues see what was answered.');
  } catch (error) {
    yield problem('incoming mail', `${where}: ${messageOf(error)}`, hintOf(error) ?? 'Check IMAP_MAILBOX and the other IMAP_… variables.');
  }
}

async function visitMailbox(imap: NonNullable<Config['imap']>): Promise<{ readonly mails: number; readonly hasSentFolder: boolean }> {
  const { openImap, findSentFolder } = await import('../channels/email/imap-connection.ts');
  const { createTokenSource } = await import('../channels/email/oauth-token.ts');
  const tokens = imap.auth.kind === 'oauth' ? createTokenSource(imap.auth, () => new Date()) : undefined;
  const client = await openImap(imap, { ca: undefined, tokens, opening: () => undefined });
  try {
    const status = await client.status(imap.mailbox, { messages: true });
    return { mails: status ? (status.messages ?? 0) : 0, hasSentFolder: (await findSentFolder(client, undefined)) !== undefined };
  } finally {
    client.close();
  }
}

export async function checkOutgoingMail({ smtp }: Config): Promise<Finding> {
  if (!smtp) {
    const text = 'not configured: no one-time code can leave, so nobody can prove who they are';
    return warning('outgoing mail', text, 'Set SMTP_HOST and its login. On the page, the demo inbox shows what would have left.');
  }
  const { checkSmtp } = await import('../channels/email/check-smtp.ts');
  const trouble = await checkSmtp(smtp, () => new Date());
  const where = `${smtp.host}:${smtp.port}`;
  if (trouble === undefined) return ok('outgoing mail', `${where} lets us in`);
  return problem('outgoing mail', `${where}: ${trouble}`, 'Check SMTP_HOST, SMTP_PORT, SMTP_TLS and the login.');
}
