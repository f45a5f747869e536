import type { ActionTaken, Conversation } from '../domain/conversation.ts';
import type { Story } from '../tools/story.ts';

/** What a conversation brought, with the words and calls of a turn that still runs. Of calls only what came of them is kept. */
export function storyOf(
  { turns }: Pick<Conversation, 'turns'>,
  running: { readonly words: readonly string[]; readonly actions: readonly ActionTaken[] } = { words: [], actions: [] },
): Story {
  return {
    said: [...turns.flatMap(({ inbound }) => inbound.map(({ text }) => text)), ...running.words],
    calls: [...turns.flatMap((turn) => turn.actions), ...running.actions].map(({ tool, status }) => ({ tool, status })),
  };
}
