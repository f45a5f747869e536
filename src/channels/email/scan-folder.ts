import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { AppError } from '../../domain/error.ts';
import type { Now } from '../../domain/ports.ts';
import type { EmailEvent } from './email-ports.ts';
import type { FolderCursor, FolderCursors } from './folder-cursor.ts';
import { toImapError } from './imap-errors.ts';
import { MAIL_LIMITS } from './mail-limits.ts';

/** Headers fetched at once. */
const BATCH = 50;
/** Tries after which a mail that always fails in our own code is put aside. */
const TRIES = 3;
/** Clocks of server and host may differ by this much. */
const SKEW_MS = 120_000;

export type FolderKind = 'inbox' | 'sent';

/** One mail as it lies in the mailbox. `raw` is undefined when it is larger than we read. */
export interface FetchedMail {
  readonly folder: FolderKind;
  readonly headers: Uint8Array;
  readonly raw: Uint8Array | undefined;
  readonly receivedAt: Date;
}

export interface MailTaker {
  /** From the headers alone: false for mail that needs no look at its body, such as our own. */
  wantsBody(folder: FolderKind, headers: Uint8Array): Promise<boolean>;
  /** Resolves once the mail is stored or buried; an `AppError` means: not now, try again. */
  take(mail: FetchedMail): Promise<void>;
  /** Keeps a mail that the code above failed on. */
  putAside(mail: FetchedMail, because: string): Promise<void>;
}

export interface FolderScan {
  readonly cursors: FolderCursors;
  readonly taker: MailTaker;
  readonly since: Date | undefined;
  readonly now: Now;
  report(event: EmailEvent): void;
  /** True once the channel is stopping. */
  stopped(): boolean;
}

/**
 * Hands over everything in the folder above its cursor, in order, and moves the cursor behind each mail once it is
 * stored. The folder is opened read-only, so that no mail is ever marked as seen.
 */
export async function scanFolder(client: ImapFlow, folder: FolderKind, path: string, scan: FolderScan): Promise<void> {
  const mailbox = await client.mailboxOpen(path, { readOnly: true });
  let cursor = await cursorFor(
    client,
    folder,
    path,
    { uidValidity: String(mailbox.uidValidity), uidNext: mailbox.uidNext, exists: mailbox.exists },
    scan,
  );
  const found = await client.search({ uid: `${cursor.lastUid + 1}:*` }, { uid: true });
  // `n:*` names the last mail even when its UID is below n.
  const uids = (found || []).filter((uid) => uid > cursor.lastUid).sort((a, b) => a - b);
  for (let at = 0; at < uids.length; at += BATCH) {
    const batch = await client.fetchAll(
      uids.slice(at, at + BATCH).join(','),
      { uid: true, size: true, internalDate: true, headers: true },
      { uid: true },
    );
    for (const listed of batch.toSorted((a, b) => a.uid - b.uid)) {
      if (scan.stopped()) return;
      if (!isPassedOver(listed, cursor)) await takeOne(client, folder, listed, scan);
      cursor = { ...cursor, lastUid: listed.uid };
      await scan.cursors.save(path, cursor);
    }
  }
}

interface FolderState {
  readonly uidValidity: string;
  readonly uidNext: number;
  readonly exists: number;
}

async function cursorFor(client: ImapFlow, folder: FolderKind, path: string, state: FolderState, scan: FolderScan): Promise<FolderCursor> {
  const known = await scan.cursors.load(path);
  if (known?.uidValidity === state.uidValidity) return known;
  const cursor = known === undefined ? await firstCursor(client, folder, state, scan) : renumbered(known, state);
  if (known !== undefined) scan.report({ kind: 'rescanning', because: 'uid_validity' });
  await scan.cursors.save(path, cursor);
  return cursor;
}

/** The first connection starts at now, or where the operator says. */
async function firstCursor(client: ImapFlow, folder: FolderKind, state: FolderState, scan: FolderScan): Promise<FolderCursor> {
  const uidNext = state.uidNext || 1;
  const wanted = scan.since === undefined || folder === 'sent' ? [] : await uidsSince(client, scan.since);
  const lastUid = wanted.length > 0 ? Math.min(...wanted) - 1 : uidNext - 1;
  if (folder === 'inbox') scan.report({ kind: 'left_older', mails: Math.max(0, state.exists - wanted.length) });
  return { uidValidity: state.uidValidity, lastUid, startedAt: (scan.since ?? scan.now()).getTime() };
}

/** IMAP's SINCE knows days only. */
async function uidsSince(client: ImapFlow, since: Date): Promise<readonly number[]> {
  const days = (await client.search({ since }, { uid: true })) || [];
  if (days.length === 0) return [];
  const dated = await client.fetchAll(days.join(','), { uid: true, internalDate: true }, { uid: true });
  return dated.filter((mail) => receivedAt(mail).getTime() >= since.getTime()).map(({ uid }) => uid);
}

/** All UIDs are new: everything since the first connection is read again, and what is stored already is known by its id. */
const renumbered = (known: FolderCursor, state: FolderState): FolderCursor => ({
  uidValidity: state.uidValidity,
  lastUid: 0,
  startedAt: known.startedAt,
  rescanTo: (state.uidNext || 1) - 1,
});

const receivedAt = ({ internalDate }: FetchMessageObject): Date => new Date(internalDate ?? 0);

function isPassedOver(mail: FetchMessageObject, cursor: FolderCursor): boolean {
  return cursor.rescanTo !== undefined && mail.uid <= cursor.rescanTo && receivedAt(mail).getTime() < cursor.startedAt - SKEW_MS;
}

async function takeOne(client: ImapFlow, folder: FolderKind, listed: FetchMessageObject, scan: FolderScan): Promise<void> {
  const headers = listed.headers ?? new Uint8Array();
  if (!(await scan.taker.wantsBody(folder, headers))) return;
  const tooLarge = (listed.size ?? 0) > MAIL_LIMITS.messageBytes;
  const fetched = tooLarge ? undefined : await client.fetchOne(String(listed.uid), { uid: true, source: true }, { uid: true });
  // Moved or deleted by a human since it was listed.
  if (fetched === false) return;
  if (!tooLarge && fetched?.source === undefined) throw toImapError(new Error('a fetch without its source'));
  await takeWithTries(
    { folder, headers, raw: fetched?.source, receivedAt: listed.internalDate === undefined ? scan.now() : receivedAt(listed) },
    scan,
  );
}

/** An `AppError` comes from the store and lets the mail wait; anything else is our own fault and must not block the next mail. */
async function takeWithTries(mail: FetchedMail, scan: FolderScan): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await scan.taker.take(mail);
      return;
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (tried < TRIES) continue;
      await scan.taker.putAside(mail, error instanceof Error ? `${error.name} while reading` : 'failed while reading');
      return;
    }
  }
}
