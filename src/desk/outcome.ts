/** How a ticket ended, in the words of the weekly review. */
export const OUTCOMES = {
  solved: 'solved by a human',
  bot_was_right: 'the agent was right',
  knowledge_missing: 'an article is missing',
  policy_unclear: 'the policy is unclear',
  bug: 'a bug',
} as const;
export type OutcomeCode = keyof typeof OUTCOMES;

const ALIASES: Readonly<Record<string, OutcomeCode>> = {
  resolved: 'solved',
  solved_by_human: 'solved',
  bot_right: 'bot_was_right',
  agent_was_right: 'bot_was_right',
  kb_missing: 'knowledge_missing',
  missing_knowledge: 'knowledge_missing',
  policy: 'policy_unclear',
};

function isOutcomeCode(word: string): word is OutcomeCode {
  return Object.hasOwn(OUTCOMES, word);
}

/** Reads an outcome as people type it (`KB missing`, `bot-was-right`); undefined when it is none. */
export function outcomeCode(words: string): OutcomeCode | undefined {
  const word = words
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
  if (isOutcomeCode(word)) return word;
  return Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined;
}
