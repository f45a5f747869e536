import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createTransport } from 'nodemailer';

/** One mailbox on the server. */
export interface DovecotMailbox {
  readonly user: string;
  readonly password: string;
  /** Hands a raw mail over by LMTP; resolves once it is in the mailbox. */
  deliver(raw: string | Uint8Array): Promise<void>;
  /** Gives a folder another UIDVALIDITY, as a restored backup does. */
  renumber(folder?: string): void;
}

/** A real IMAP server for one test file: Dovecot with a certificate and a mail store of its own, on free ports, without root. */
export interface Dovecot extends DovecotMailbox {
  readonly host: string;
  readonly imapPort: number;
  readonly imapsPort: number;
  /** PEM of the certificate that it shows. */
  readonly certificate: string;
  /** Another empty mailbox, so that tests can share one server. */
  newMailbox(): DovecotMailbox;
  /** Drops every connection and starts again on the same ports. */
  restart(): Promise<void>;
  /** Ends the server and keeps its mail; `resume` starts it again on the same ports. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

const BINARY = ['/usr/sbin/dovecot', '/usr/local/sbin/dovecot', '/opt/homebrew/sbin/dovecot'].find((path) => existsSync(path));

/** What to install, in the words that a skipped test shows. */
export const DOVECOT_HINT = 'Dovecot is not installed: apt-get install dovecot-imapd dovecot-lmtpd';

export function dovecotInstalled(): boolean {
  return BINARY !== undefined && existsSync('/usr/lib/dovecot/lmtp');
}

interface Runner {
  readonly name: string;
  readonly group: string;
  readonly uid: number;
  readonly gid: number;
}

/** Root lends the server to `nobody`; anybody else runs it themselves. */
function runner(): Runner {
  const me = userInfo();
  const name = me.uid === 0 ? 'nobody' : me.username;
  const ask = (flag: string): string => execFileSync('id', [flag, name], { encoding: 'utf8' }).trim();
  return { name, group: ask('-gn'), uid: Number(ask('-u')), gid: Number(ask('-g')) };
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address !== null ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** Mailboxes that one server has at most. */
const MAILBOXES = 60;

export async function startDovecot(user = 'support@larkfield.example', password = 'mailbox-password'): Promise<Dovecot> {
  const base = mkdtempSync(join(tmpdir(), 'deskhand-dovecot-'));
  const who = runner();
  const [imapPort = 0, imapsPort = 0, lmtpPort = 0] = await freePorts(3);
  for (const folder of ['run', 'state', 'mail', 'log']) mkdirSync(join(base, folder));
  const certificate = writeCertificate(base);
  const users = Array.from({ length: MAILBOXES }, (_, at) => (at === 0 ? user : `box${at}.${user}`));
  writeFileSync(join(base, 'users'), users.map((name) => `${name}:{PLAIN}${password}::::::\n`).join(''));
  writeFileSync(join(base, 'dovecot.conf'), configuration(base, who, { imapPort, imapsPort, lmtpPort }));
  chmodSync(base, 0o755);
  own(base, who);
  const log = (): string => (existsSync(join(base, 'log', 'dovecot.log')) ? readFileSync(join(base, 'log', 'dovecot.log'), 'utf8') : '');
  await launch(base, who, lmtpPort, log);
  const mailbox = (name: string): DovecotMailbox => ({
    user: name,
    password,
    async deliver(raw) {
      const transport = createTransport({ host: '127.0.0.1', port: lmtpPort, lmtp: true, ignoreTLS: true, tls: {} });
      await transport.sendMail({ envelope: { from: 'sender@example.com', to: [name] }, raw: Buffer.from(raw) });
      transport.close();
    },
    renumber(folder = 'INBOX') {
      renumbered += 1;
      execFileSync('doveadm', [
        '-c',
        join(base, 'dovecot.conf'),
        'mailbox',
        'update',
        '-u',
        name,
        '--uid-validity',
        String(renumbered),
        folder,
      ]);
    },
  });
  let renumbered = 1_000;
  let used = 0;

  return {
    ...mailbox(user),
    host: '127.0.0.1',
    imapPort,
    imapsPort,
    certificate,
    newMailbox() {
      used += 1;
      return mailbox(users[used] ?? user);
    },
    async restart() {
      await halt(base);
      await launch(base, who, lmtpPort, log);
    },
    pause: () => halt(base),
    resume: () => launch(base, who, lmtpPort, log),
    async stop() {
      await halt(base);
      rmSync(base, { recursive: true, force: true });
    },
  };
}

function own(path: string, who: Runner): void {
  if (process.getuid?.() !== 0) return;
  chownSync(path, who.uid, who.gid);
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) chownSync(join(path, entry), who.uid, who.gid);
}

function writeCertificate(base: string): string {
  const [certificate, key] = [join(base, 'cert.pem'), join(base, 'key.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '3650', ...subject, '-keyout', key, '-out', certificate],
    { stdio: 'ignore' },
  );
  return readFileSync(certificate, 'utf8');
}

/** Waits until the server takes connections; its log says why it did not. */
async function launch(base: string, who: Runner, lmtpPort: number, log: () => string): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  const server = spawn(BINARY ?? 'dovecot', ['-F', '-c', join(base, 'dovecot.conf')], {
    stdio: 'ignore',
    ...(isRoot ? { uid: who.uid, gid: who.gid } : {}),
    env: { PATH: process.env['PATH'] ?? '' },
  });
  server.unref();
  for (let tries = 0; tries < 200; tries += 1) {
    if (await accepts(lmtpPort)) return;
    await wait(50);
  }
  throw new Error(`Dovecot did not start: ${log().slice(-2000)}`);
}

async function accepts(port: number): Promise<boolean> {
  const { connect } = await import('node:net');
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function halt(base: string): Promise<void> {
  const pidFile = join(base, 'run', 'master.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  process.kill(pid, 'SIGTERM');
  for (let tries = 0; tries < 100; tries += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await wait(50);
  }
  process.kill(pid, 'SIGKILL');
}

interface Ports {
  readonly imapPort: number;
  readonly imapsPort: number;
  readonly lmtpPort: number;
}

function configuration(base: string, who: Runner, { imapPort, imapsPort, lmtpPort }: Ports): string {
  return `
base_dir = ${base}/run
state_dir = ${base}/state
log_path = ${base}/log/dovecot.log
default_internal_user = ${who.name}
default_internal_group = ${who.group}
default_login_user = ${who.name}
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <${base}/cert.pem
ssl_key = <${base}/key.pem
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${base}/mail/%u
mail_uid = ${who.name}
mail_gid = ${who.group}
recipient_delimiter = +
mail_max_userip_connections = 50
passdb {
  driver = passwd-file
  args = scheme=PLAIN username_format=%u ${base}/users
}
userdb {
  driver = static
  args = uid=${who.uid} gid=${who.gid} home=${base}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = ${imapsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
}
`;
}
