import type { Conversation } from '../../../domain/conversation.ts';
import { SHIPPED_FETCH, type KnowledgeSource } from '../knowledge-settings.ts';
import { fetchExport } from './fetch-export.ts';
import { fetchTickets } from './fetch-tickets.ts';
import { fetchSite } from './fetch-site.ts';
import { openMirror } from './mirror.ts';
import type { RefreshReport, RefreshTools } from './refresh-report.ts';
import { createWebClient } from './web-client.ts';

/** The store's own conversations, for sources that are made of them. */
export interface OwnConversations {
  /** Those of the last days that were resolved and helped. */
  helped(days: number): AsyncIterable<Conversation>;
  readonly orderIdPattern: string;
}

export interface RefreshOptions {
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Without them, sources that need them stay as they are. */
  readonly own?: OwnConversations;
  readonly progress?: RefreshTools['progress'];
}

/** Fetches a source that lies elsewhere into its folder; undefined for one that is a folder anyway. */
export async function refreshSource(source: KnowledgeSource, options: RefreshOptions): Promise<RefreshReport | undefined> {
  const { sitemap, export: exported, ticketsOfDays, fetch: limits = SHIPPED_FETCH, paths } = source;
  if (ticketsOfDays !== undefined) {
    const { own, now } = options;
    return own && fetchTickets(own.helped(ticketsOfDays), await openMirror(source.folder), own.orderIdPattern, now);
  }
  const root = sitemap ?? exported;
  if (root === undefined) return undefined;
  const address = new URL(root);
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(limits.minutes * 60_000)]);
  const { privateAddresses, megabytes } = limits;
  const client = createWebClient({ host: address.host, maxBytes: megabytes * 1024 * 1024, privateAddresses, signal });
  const tools = { client, now: options.now, signal, progress: options.progress ?? (() => undefined) };
  const mirror = await openMirror(source.folder);
  return sitemap === undefined ? fetchExport(address, mirror, limits, tools) : fetchSite(address, mirror, limits, paths, tools);
}
