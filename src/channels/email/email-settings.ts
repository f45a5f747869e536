import { z } from 'zod';
import { AppError } from '../../domain/error.ts';
import { normalAddress } from './mail-address.ts';

const address = z.string().transform((text, context) => {
  const normal = normalAddress(text);
  if (normal !== undefined) return normal;
  context.addIssue({ code: 'custom', message: `expected a mail address, found "${text.slice(0, 80)}"` });
  return z.NEVER;
});

const auth = z.discriminatedUnion('kind', [
  /** A relay that takes mail from this host without a login. */
  z.strictObject({ kind: z.literal('none') }),
  /** IMAP_USER and IMAP_PASSWORD, SMTP_USER and SMTP_PASSWORD. */
  z.strictObject({ kind: z.literal('password'), user: z.string().min(1), password: z.string().min(1) }),
  /** XOAUTH2; the access token is fetched with the refresh token (…_OAUTH_CLIENT_ID, _CLIENT_SECRET, _REFRESH_TOKEN, _TOKEN_URL). */
  z.strictObject({
    kind: z.literal('oauth'),
    user: z.string().min(1),
    clientId: z.string().min(1),
    clientSecret: z.string().optional(),
    refreshToken: z.string().min(1),
    tokenUrl: z.url(),
  }),
]);
export type MailLogin = z.infer<typeof auth>;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);

const server = {
  host: z.string().min(1),
  port: z.int().min(1).max(65_535),
  /** `implicit`: TLS from the first byte · `starttls`: upgraded before the login, or no connection · `none`: on loopback only. */
  tls: z.enum(['implicit', 'starttls', 'none']),
  auth,
};
const onlyLoopbackInClear = { error: 'a connection without TLS is allowed on loopback only: set implicit or starttls' };
const inTheClear = ({ host, tls }: { readonly host: string; readonly tls: string }): boolean => tls !== 'none' || isLoopback(host);

/** Everything the email channel can be told. */
export const emailSettings = z.strictObject({
  /** SUPPORT_ADDRESS: what customers write to and replies come from. */
  supportAddress: address,
  /** Further addresses that are us. */
  aliases: z.array(address).default([]),
  imap: z
    .strictObject({
      ...server,
      /** IMAP_MAILBOX. */
      mailbox: z.string().min(1).default('INBOX'),
      /** Where replies are filed and colleagues' answers are seen; found by its \Sent mark when absent. */
      sentMailbox: z.string().min(1).optional(),
    })
    .refine(inTheClear, onlyLoopbackInClear)
    .optional(),
  smtp: z.strictObject(server).refine(inTheClear, onlyLoopbackInClear).optional(),
  /** PEM of a certificate authority of the company's own, for both servers. */
  ca: z.string().optional(),
  /** The first connection takes mail from here on; without it, from now on. */
  since: z.date().optional(),
  /** The mailbox is looked through this often, besides IDLE. */
  sweepSeconds: z.number().positive().default(60),
  /** Older mail is held for a human. */
  oldestAnsweredHours: z.number().positive().default(48),
  /** Automatic replies to one address within an hour; mail beyond is held for a human. */
  repliesPerSenderHour: z.int().positive().default(10),
  /** Check DKIM, SPF and DMARC ourselves: it sets the author's trust and allows nothing. */
  authenticateSenders: z.boolean().default(false),
  /** Replies go to `support+token@…`; off for servers that do not deliver such addresses. */
  plusAddressing: z.boolean().default(true),
  /** File what we send in the Sent folder; off where the server does that by itself, such as Gmail. */
  fileInSent: z.boolean().default(true),
  company: z.strictObject({
    name: z.string(),
    agentName: z.string(),
    /** Stands in every signature of the agent. */
    disclosure: z.string(),
    signature: z.string(),
    /** The same two in other languages, by ISO 639-1. */
    translations: z.record(z.string(), z.strictObject({ disclosure: z.string(), signature: z.string() })).optional(),
  }),
});
export type EmailSettings = z.infer<typeof emailSettings>;
export type EmailSettingsInput = z.input<typeof emailSettings>;
export type MailServer = NonNullable<EmailSettings['smtp']>;

/** Throws `AppError('config_invalid')` that names every setting that is wrong. */
export function readEmailSettings(input: EmailSettingsInput): EmailSettings {
  const result = emailSettings.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.') || 'email'}: ${message}`);
  throw new AppError('config_invalid', `the email settings are wrong: ${problems.join('; ')}`, {
    retryable: false,
    hint: 'check SUPPORT_ADDRESS, IMAP_… and SMTP_…',
  });
}

export const ownAddresses = (settings: Pick<EmailSettings, 'supportAddress' | 'aliases'>): readonly string[] => [
  settings.supportAddress,
  ...settings.aliases,
];
