import type { Attachment } from '../../domain/message.ts';
import { allowedUrl, fetchFiles, type KeepFile } from '../http/fetch-files.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { DiscordMessage } from './discord-payloads.ts';

/** Where Discord keeps attachments; their addresses carry their own signature, so no token is sent. */
const HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);
/** Messages of a channel wait for each other, and nobody waits long for a picture. */
const BUDGET_MS = 5_000;

/** A customer's files, for the humans at the desk. `apiUrl` names the server that stands in for Discord, if one does. */
export function fetchDiscordFiles(
  attachments: DiscordMessage['attachments'],
  { http, apiUrl, keep }: { readonly http: HttpClient; readonly apiUrl: string; readonly keep: KeepFile | undefined },
): Promise<readonly Attachment[]> {
  const files = attachments.map(({ filename, content_type: mediaType, size, url = '' }) => ({
    name: filename,
    mediaType: mediaType ?? 'application/octet-stream',
    bytes: size,
    url: discordUrl(url, apiUrl),
  }));
  return fetchFiles(files, { http, headers: {}, budgetMs: BUDGET_MS, keep });
}

export const discordUrl = (text: string, apiUrl: string): URL | undefined =>
  allowedUrl(text, apiUrl, (host) => HOSTS.has(host) || host === 'discord.com');
