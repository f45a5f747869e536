import { ENGLISH_WORDS, type LanguageWords } from '../../domain/text/language-words.ts';
import { ENGLISH_GROUPS } from './english-groups.ts';

/** Words that stand for one another, by the name of their group. */
export interface WordGroups {
  /** The groups that stand at each place of a text, given by its stems. */
  find(stems: readonly string[]): readonly (readonly string[])[];
  /** The words and phrases of a group, as they are written in its table. */
  wordsOf(group: string): readonly string[];
}

/** `table`: for each group its words and phrases, parted by commas. */
export function createWordGroups(table: Readonly<Record<string, string>>, words: Pick<LanguageWords, 'wordsOf' | 'stemOf'>): WordGroups {
  const members = new Map(Object.entries(table).map(([group, said]) => [group, said.split(',').map((one) => one.trim())]));
  const groupsOf = new Map<string, Set<string>>();
  let longest = 0;
  for (const [group, said] of members) {
    for (const phrase of said) {
      const stems = words.wordsOf(phrase).map((word) => words.stemOf(word));
      const key = stems.join(' ');
      groupsOf.set(key, (groupsOf.get(key) ?? new Set()).add(group));
      longest = Math.max(longest, stems.length);
    }
  }
  return {
    wordsOf: (group) => members.get(group) ?? [],
    find(stems) {
      const found = stems.map(() => new Set<string>());
      stems.forEach((_, from) => {
        for (let length = 1; length <= longest && from + length <= stems.length; length++) {
          for (const group of groupsOf.get(stems.slice(from, from + length).join(' ')) ?? [])
            for (let at = from; at < from + length; at++) found[at]?.add(group);
        }
      });
      return found.map((groups) => [...groups]);
    },
  };
}

/** Those of English, made once. */
export const ENGLISH_WORD_GROUPS = createWordGroups(ENGLISH_GROUPS, ENGLISH_WORDS);
