import type { TurnExplanation } from '../domain/deskhand.ts';
import type { ConversationId } from '../domain/ids.ts';
import { playbook } from '../domain/playbook.ts';
import type { Store } from '../store/store.ts';
import { explain } from './explain.ts';

/** Explains a stored conversation by the rules that it is pinned to; undefined when there is none. */
export async function explainStored(
  store: Pick<Store, 'conversation' | 'playbook'>,
  id: ConversationId,
): Promise<readonly TurnExplanation[] | undefined> {
  const conversation = await store.conversation(id);
  if (!conversation) return undefined;
  const json = await store.playbook(conversation.configVersion);
  const pinned = json === undefined ? undefined : playbook.safeParse(JSON.parse(json));
  return explain(conversation, pinned?.data?.intents);
}
