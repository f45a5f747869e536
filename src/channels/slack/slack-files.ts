import type { Attachment } from '../../domain/message.ts';
import { allowedUrl, fetchFiles, type KeepFile, type RemoteFile } from '../http/fetch-files.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { SlackFile } from './slack-event.ts';

/** All files of a message together: it must be stored before the three seconds that Slack waits are over. */
const BUDGET_MS = 2_000;

export interface SlackFileAccess {
  readonly http: HttpClient;
  readonly botToken: string;
  readonly apiUrl: string;
  readonly keep: KeepFile | undefined;
}

export function fetchSlackFiles(
  files: readonly SlackFile[],
  { http, botToken, apiUrl, keep }: SlackFileAccess,
): Promise<readonly Attachment[]> {
  const remote = files.map((file) => toRemoteFile(file, apiUrl));
  return fetchFiles(remote, { http, headers: { authorization: `Bearer ${botToken}` }, budgetMs: BUDGET_MS, keep });
}

const toRemoteFile = ({ id, name, mimetype, size, ...at }: SlackFile, apiUrl: string): RemoteFile => ({
  name: name || id,
  mediaType: mimetype || 'application/octet-stream',
  bytes: size ?? 0,
  url: slackUrl(at.url_private_download ?? at.url_private ?? '', apiUrl),
});

/** Our token is sent along, so the host counts. */
export const slackUrl = (text: string, apiUrl: string): URL | undefined =>
  allowedUrl(text, apiUrl, (host) => host === 'slack.com' || host.endsWith('.slack.com'));
