import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { safeName } from '../channels/email/attachment-store.ts';
import { AMBIGUOUS, UNCHECKED } from '../channels/email/authenticate.ts';
import { htmlLines } from '../channels/email/html-lines.ts';
import { isAutomatic } from '../channels/email/is-automatic.ts';
import { normalAddress } from '../channels/email/mail-address.ts';
import { createMailArchive } from '../channels/email/mail-archive.ts';
import type { MailArchive } from '../channels/email/mail-archive.ts';
import { MAIL_LIMITS } from '../channels/email/mail-limits.ts';
import { parseBounded } from '../channels/email/parse-bounded.ts';
import type { ParsedMail } from '../channels/email/parsed-mail.ts';
import { stripQuotes, trimLines } from '../channels/email/strip-quotes.ts';
import type { TrimmedBody } from '../channels/email/strip-quotes.ts';
import { tokenOfMessageId } from '../channels/email/thread-key.ts';
import type { Automatic } from '../domain/message.ts';
import { AppError } from '../domain/error.ts';
import type { Command } from './command.ts';

/** Used when `--own` names nobody. */
const NOBODY = 'support@localhost';

/** One line of output. */
interface MailLine {
  readonly file: string;
  readonly from: string | null;
  readonly fromEmail: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string | null;
  readonly date: string | null;
  readonly messageId: string | null;
  readonly threadKey: string | null;
  readonly reply: string;
  readonly quoted: string;
  readonly signature: string;
  readonly automatic: Automatic;
  readonly attachments: readonly { readonly name: string; readonly mediaType: string; readonly bytes: number; readonly state: string }[];
  readonly authentication: string;
}

/** What the email channel makes of mails in files: product.md §4. */
export const parseEmailCommand: Command = {
  name: 'parse-email',
  summary: 'sender, thread and new words of mails in files, one JSON line each',
  help: `Usage: deskhand parse-email FILE… [--body text|html] [--own ADDRESS]

Reads mails (RFC 5322) from files and writes one JSON line for each, in order: {"file","from","fromEmail","to","cc",
"subject","date","messageId","threadKey","reply","quoted","signature","automatic","attachments","authentication"}.
reply holds the new words only; automatic is none, auto, list, bounce or own. Mails of one call that belong together
have one threadKey when they are given in the order in which they were written.
A file that cannot be read gives {"id":null,"file","line","error"}, the rest goes on, and the exit code is 1.

Options:
  --body text|html   the files hold bare bodies without headers
  --own ADDRESS      our support address; may be repeated

Examples:
  deskhand parse-email inbox/*.eml --own support@larkfield.example
  deskhand parse-email reply.html --body html
`,
  async run(args, io) {
    const { files, body, own } = readArguments(args);
    const archive = createMailArchive(own[0] ?? NOBODY, own, 'unknown');
    let failures = 0;
    for (const [at, file] of files.entries()) {
      if (io.signal.aborted) break;
      try {
        const line = body === undefined ? await describeMail(file, own, archive) : await describeBody(file, body);
        io.stdout.write(`${JSON.stringify(line)}\n`);
      } catch (error) {
        failures += 1;
        io.stdout.write(`${JSON.stringify({ id: null, file, line: at + 1, error: explain(error) })}\n`);
      }
    }
    return failures === 0 ? 0 : 1;
  },
};

type BodyKind = 'text' | 'html';

function readArguments(args: readonly string[]): {
  readonly files: readonly string[];
  readonly body: BodyKind | undefined;
  readonly own: readonly string[];
} {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { body: { type: 'string' }, own: { type: 'string', multiple: true } },
    allowPositionals: true,
    strict: true,
  });
  if (positionals.length === 0) throw usage('no file to read', 'Write it like: deskhand parse-email mail.eml');
  const { body } = values;
  if (body !== undefined && body !== 'text' && body !== 'html') throw usage(`--body is "${body}"`, 'Expected text or html.');
  const own = (values.own ?? []).map((text) => normalAddress(text) ?? text);
  const wrong = own.find((address) => normalAddress(address) === undefined);
  if (wrong !== undefined) throw usage(`--own is "${wrong}"`, 'Expected a mail address.');
  return { files: positionals, body, own };
}

const usage = (message: string, hint: string): AppError => new AppError('usage', message, { retryable: false, hint });

async function describeMail(file: string, own: readonly string[], archive: MailArchive): Promise<MailLine> {
  const mail = await parseBounded(await readFile(file));
  if (mail.headers.length === 0) throw new TypeError('no mail: it has no headers');
  const [sender] = mail.from;
  return {
    file,
    from: sender?.name || sender?.address || null,
    fromEmail: sender?.address ?? null,
    to: mail.to.map(({ address }) => address),
    cc: mail.cc.map(({ address }) => address),
    subject: mail.subject,
    date: mail.sentAt?.toISOString() ?? null,
    messageId: mail.messageId ?? null,
    threadKey: (await archive.add(mail)).key,
    ...mail.body,
    automatic: isAutomatic(mail, {
      addresses: own,
      isOwnMessageId: (id) => own.some((address) => tokenOfMessageId(id, address) !== undefined),
    }),
    attachments: describeParts(mail),
    // Nothing is looked up in DNS here, and headers that claim a result are not believed.
    authentication: (mail.from.length === 1 ? UNCHECKED : AMBIGUOUS).trust,
  };
}

const describeParts = (mail: ParsedMail): MailLine['attachments'] =>
  mail.parts.map(({ name, mediaType, content }) => ({
    name: safeName(name),
    mediaType,
    bytes: content.byteLength,
    state: content.byteLength > MAIL_LIMITS.partBytes ? 'too_large' : 'stored',
  }));

async function describeBody(file: string, kind: BodyKind): Promise<MailLine> {
  const text = await readFile(file, 'utf8');
  const body: TrimmedBody = kind === 'html' ? trimLines(htmlLines(text)) : stripQuotes(text);
  return {
    file,
    from: null,
    fromEmail: null,
    to: [],
    cc: [],
    subject: null,
    date: null,
    messageId: null,
    threadKey: null,
    ...body,
    automatic: 'none',
    attachments: [],
    authentication: UNCHECKED.trust,
  };
}

const failure = z.object({ code: z.string().optional(), message: z.string() });

function explain(error: unknown): string {
  const { code, message } = failure.safeParse(error).data ?? {};
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  return message ?? 'cannot be read';
}
