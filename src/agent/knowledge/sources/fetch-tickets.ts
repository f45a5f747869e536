import type { Conversation } from '../../../domain/conversation.ts';
import type { Mirror, MirroredPage } from './mirror.ts';
import type { RefreshReport } from './refresh-report.ts';
import { ticketFile } from './resolved-ticket.ts';

/** Brings the mirror in line with the conversations that count as helped now; one that the store has forgotten goes with it. */
export async function fetchTickets(
  conversations: AsyncIterable<Conversation>,
  mirror: Mirror,
  orderIdPattern: string,
  now: () => Date,
): Promise<RefreshReport> {
  const kept = new Map<string, MirroredPage>();
  let changed = 0;
  for await (const conversation of conversations) {
    const article = ticketFile(conversation, orderIdPattern);
    if (!article) continue;
    if (await mirror.put(article.file, article.text)) changed++;
    // By the file's own name: the id of a conversation may hold an address.
    kept.set(article.file, { file: article.file });
  }
  const gone = [...mirror.pages.values()].filter(({ file }) => !kept.has(file));
  for (const { file } of gone) await mirror.remove(file);
  await mirror.close(now(), kept, []);
  return { kind: 'refreshed', changed, removed: gone.length, problems: [] };
}
