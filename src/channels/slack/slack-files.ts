import type { Attachment } from '../../domain/message.ts';
import type { SlackFile } from './slack-event.ts';
import type { HttpClient } from './slack-http.ts';
import type { SlackPorts } from './slack-ports.ts';

/** As for mail. */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_FILES = 10;
/** All files of a message together: it must be stored before the three seconds that Slack waits are over. */
const BUDGET_MS = 2_000;

export interface FileAccess {
  readonly http: HttpClient;
  readonly botToken: string;
  readonly apiUrl: string;
  readonly keep: SlackPorts['keepFile'];
}

/** A customer's files, fetched and kept; what cannot be is listed with the reason, so that a human asks for it. */
export async function fetchFiles(files: readonly SlackFile[], access: FileAccess): Promise<readonly Attachment[]> {
  const taken = files.slice(0, MOST_FILES);
  const listed = files.slice(MOST_FILES).map((file) => describe(file, 'refused'));
  return [...(await Promise.all(taken.map((file) => fetchFile(file, access)))), ...listed];
}

async function fetchFile(file: SlackFile, { http, botToken, apiUrl, keep }: FileAccess): Promise<Attachment> {
  if ((file.size ?? 0) > MOST_BYTES) return describe(file, 'too_large');
  const url = allowedUrl(file.url_private_download ?? file.url_private ?? '', apiUrl);
  if (!url || !keep) return describe(file, 'refused');
  const result = await http.send({
    url,
    method: 'GET',
    headers: { authorization: `Bearer ${botToken}` },
    timeoutMs: BUDGET_MS,
    mostBytes: MOST_BYTES,
  });
  if (result.kind === 'too_long') return describe(file, 'too_large');
  // A redirect leads to a login page or to another host, and neither is the file.
  if (result.kind !== 'answered' || result.status !== 200) return describe(file, 'refused');
  const { name, mediaType } = describe(file, 'stored');
  // Slack shows a page where the app may not read the file.
  if (/^text\/html/i.test(result.headers['content-type'] ?? '') && !/html/i.test(mediaType)) return describe(file, 'refused');
  return keep({ name, mediaType, content: result.bytes });
}

/** Our token goes to Slack's own hosts over TLS, and to the server that stands in for Slack; to no address that a message names. */
export function allowedUrl(text: string, apiUrl: string): URL | undefined {
  const url = URL.parse(text);
  if (!url || url.username !== '' || url.password !== '') return undefined;
  const isSlack = url.protocol === 'https:' && url.port === '' && (url.hostname === 'slack.com' || url.hostname.endsWith('.slack.com'));
  const api = new URL(apiUrl);
  const isStandIn = !api.hostname.endsWith('slack.com') && url.origin === api.origin;
  return isSlack || isStandIn ? url : undefined;
}

const describe = ({ id, name, mimetype, size }: SlackFile, state: Attachment['state']): Attachment => ({
  name: name || id,
  mediaType: mimetype || 'application/octet-stream',
  bytes: size ?? 0,
  state,
});
