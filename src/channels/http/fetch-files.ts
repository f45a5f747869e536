import type { Attachment } from '../../domain/message.ts';
import type { HttpClient } from './http-client.ts';

/** As for mail. */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_FILES = 10;

/** A file as a platform announces it. */
export interface RemoteFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Undefined when the address is none of the platform's own hosts: then nothing is asked for. */
  readonly url: URL | undefined;
}

/** Where files are kept, as mail attachments are. */
export type KeepFile = (file: { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }) => Promise<Attachment>;

export interface FileAccess {
  readonly http: HttpClient;
  readonly headers: Readonly<Record<string, string>>;
  /** For all files of a message together, milliseconds. */
  readonly budgetMs: number;
  /** Without it files are listed and not stored. */
  readonly keep: KeepFile | undefined;
}

/** A customer's files, fetched and kept; what cannot be is listed with the reason, so that a human asks for it. */
export async function fetchFiles(files: readonly RemoteFile[], access: FileAccess): Promise<readonly Attachment[]> {
  const listed = files.slice(MOST_FILES).map((file) => describe(file, 'refused'));
  return [...(await Promise.all(files.slice(0, MOST_FILES).map((file) => fetchFile(file, access)))), ...listed];
}

async function fetchFile(file: RemoteFile, { http, headers, budgetMs, keep }: FileAccess): Promise<Attachment> {
  const { name, mediaType, url } = file;
  if (file.bytes > MOST_BYTES) return describe(file, 'too_large');
  if (!url || !keep) return describe(file, 'refused');
  const result = await http.send({ url, method: 'GET', headers, timeoutMs: budgetMs, mostBytes: MOST_BYTES });
  if (result.kind === 'too_long') return describe(file, 'too_large');
  // A redirect leads to a login page or to another host, and neither is the file.
  if (result.kind !== 'answered' || result.status !== 200) return describe(file, 'refused');
  // A page is shown where the file may not be read.
  if (/^text\/html/i.test(result.headers['content-type'] ?? '') && !/html/i.test(mediaType)) return describe(file, 'refused');
  return keep({ name, mediaType, content: result.bytes });
}

/**
 * An address that a message names, when it lies on a host of the platform over TLS, or on the server that stands in for
 * the platform: our token goes nowhere else, and nobody makes us ask a server of theirs.
 */
export function allowedUrl(text: string, apiUrl: string, isPlatformHost: (hostname: string) => boolean): URL | undefined {
  const url = URL.parse(text);
  if (!url || url.username !== '' || url.password !== '') return undefined;
  const isPlatform = url.protocol === 'https:' && url.port === '' && isPlatformHost(url.hostname);
  const api = new URL(apiUrl);
  const isStandIn = !isPlatformHost(api.hostname) && url.origin === api.origin;
  return isPlatform || isStandIn ? url : undefined;
}

const describe = ({ name, mediaType, bytes }: RemoteFile, state: Attachment['state']): Attachment => ({ name, mediaType, bytes, state });
