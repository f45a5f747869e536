import type { LanguageCode } from '../../../src/domain/language-code.ts';
import { expected, readWords, tested, type ExpectedConversation } from '../../languages/language-files.ts';
import type { LanguageBench, Outcome } from './language-bench.ts';

/** One conversation in one language, and where it went another way than expected. */
export interface ParityRow {
  readonly language: LanguageCode;
  readonly id: string;
  readonly differences: readonly string[];
  readonly outcomes: readonly Outcome[];
}

/** Plays conversations in a language; `only` chooses among their ids. */
export async function playLanguage(
  bench: LanguageBench,
  language: LanguageCode,
  only = (_id: string): boolean => true,
): Promise<readonly ParityRow[]> {
  const words = readWords(language);
  const rows: ParityRow[] = [];
  for (const one of expected.filter(({ id }) => only(id))) {
    const lines = words.get(one.id);
    const outcomes = lines === undefined ? [] : await bench.play(one, lines);
    rows.push({ language, id: one.id, differences: lines === undefined ? ['is not written'] : differencesOf(one, outcomes), outcomes });
  }
  return rows;
}

export function differencesOf({ steps }: ExpectedConversation, outcomes: readonly Outcome[]): readonly string[] {
  if (outcomes.length !== steps.length) return [`has ${outcomes.length} lines, expected ${steps.length}`];
  return steps.flatMap((step, index) => {
    const outcome = outcomes[index];
    if (!outcome) return [];
    const wrong = (['decision', 'identity', 'refused', 'reason'] as const).flatMap((field) =>
      step[field] === outcome[field] ? [] : [`${field} ${outcome[field] ?? 'none'} instead of ${step[field] ?? 'none'}`],
    );
    const [did, should] = [outcome.actions, step.actions].map((tools) =>
      [...tools]
        .filter((tool) => !OPEN.has(tool))
        .toSorted()
        .join(' '),
    );
    if (did !== should) wrong.push(`did ${did || 'nothing'} instead of ${should || 'nothing'}`);
    return wrong.map((text) => `step ${index + 1} “${outcome.say.slice(0, 60)}”: ${text}`);
  });
}

/** Looks into articles and the catalogue, which change nothing. */
const OPEN = new Set(['search_knowledge_base', 'search_products']);

export const languagesTested = (): readonly LanguageCode[] => tested;
