import type { Environment } from './read-environment.ts';
import type { Problem } from './problem.ts';

export type MailTls = 'implicit' | 'starttls' | 'none';

export type MailAuth =
  | { readonly kind: 'none' }
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  | {
      readonly kind: 'oauth';
      readonly user: string;
      readonly clientId: string;
      readonly clientSecret: string | undefined;
      readonly refreshToken: string;
      readonly tokenUrl: string;
    };

/** How to reach one mail server. */
export interface MailAccess {
  readonly host: string;
  readonly port: number;
  readonly tls: MailTls;
  readonly auth: MailAuth;
}

export interface ReadAccess {
  /** Undefined when no host is set, and when something about it is wrong. */
  readonly access: MailAccess | undefined;
  readonly problems: readonly Problem[];
}

const DEFAULT_PORTS = {
  IMAP: { implicit: 993, starttls: 143, none: 143 },
  SMTP: { implicit: 465, starttls: 587, none: 25 },
} as const;

/** Reads `IMAP_…` or `SMTP_…`. A mailbox needs a login; a relay that sends may go without. */
export function readMailAccess(prefix: 'IMAP' | 'SMTP', env: Environment): ReadAccess {
  const host = env.text(`${prefix}_HOST`);
  if (host === undefined) return { access: undefined, problems: describeOrphans(prefix, env) };
  const tls = readTls(prefix, env);
  const problems: Problem[] = [];
  if (tls === 'none' && !isLoopback(host)) {
    problems.push(env.problem(`${prefix}_TLS`, `found "none" for ${host}, expected implicit or starttls unless the server is on loopback`));
  }
  const auth = readAuth(prefix, env);
  if ('missing' in auth) problems.push(...auth.missing.map(({ name, because }) => env.problem(name, because)));
  if (problems.length > 0 || 'missing' in auth) return { access: undefined, problems };
  return { access: { host, port: env.number(`${prefix}_PORT`) ?? DEFAULT_PORTS[prefix][tls], tls, auth }, problems };
}

function readTls(prefix: 'IMAP' | 'SMTP', env: Environment): MailTls {
  const value = env.text(`${prefix}_TLS`);
  return value === 'starttls' || value === 'none' ? value : 'implicit';
}

type MissingAuth = { readonly missing: readonly { readonly name: string; readonly because: string }[] };

function readAuth(prefix: 'IMAP' | 'SMTP', env: Environment): MailAuth | MissingAuth {
  const of = (name: string): string | undefined => env.text(`${prefix}_${name}`);
  const user = of('USER');
  const password = of('PASSWORD');
  const oauth = { CLIENT_ID: of('OAUTH_CLIENT_ID'), REFRESH_TOKEN: of('OAUTH_REFRESH_TOKEN'), TOKEN_URL: of('OAUTH_TOKEN_URL') };
  const wantsOauth = password === undefined && Object.values(oauth).some((value) => value !== undefined);
  if (prefix === 'SMTP' && user === undefined && password === undefined && !wantsOauth) return { kind: 'none' };
  const missing: { name: string; because: string }[] = [];
  const need = (name: string, what: string): void => void missing.push({ name: `${prefix}_${name}`, because: `missing, expected ${what}` });
  if (user === undefined) need('USER', `the login name for ${prefix}_HOST`);
  if (wantsOauth) {
    if (oauth.CLIENT_ID === undefined) need('OAUTH_CLIENT_ID', 'the OAuth client id');
    if (oauth.REFRESH_TOKEN === undefined) need('OAUTH_REFRESH_TOKEN', 'the OAuth refresh token');
    if (oauth.TOKEN_URL === undefined) need('OAUTH_TOKEN_URL', "the provider's token endpoint");
  } else if (password === undefined) need('PASSWORD', `the password for ${prefix}_USER (or ${prefix}_OAUTH_…)`);
  if (user !== undefined && password !== undefined) return { kind: 'password', user, password };
  const { CLIENT_ID: clientId, REFRESH_TOKEN: refreshToken, TOKEN_URL: tokenUrl } = oauth;
  if (user === undefined || clientId === undefined || refreshToken === undefined || tokenUrl === undefined) return { missing };
  return { kind: 'oauth', user, clientId, clientSecret: of('OAUTH_CLIENT_SECRET'), refreshToken, tokenUrl };
}

/** Credentials without a server are a half-finished set-up, not a wish for no mail. */
function describeOrphans(prefix: 'IMAP' | 'SMTP', env: Environment): readonly Problem[] {
  const orphan = ['USER', 'PASSWORD', 'OAUTH_REFRESH_TOKEN']
    .map((name) => `${prefix}_${name}`)
    .find((name) => env.text(name) !== undefined);
  return orphan ? [env.problem(`${prefix}_HOST`, `missing although ${orphan} is set, expected the server's host name`)] : [];
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
