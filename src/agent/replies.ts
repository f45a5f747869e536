import type { Playbook } from '../domain/playbook.ts';

export type ReplyValues = Readonly<Record<string, string | number>>;

/** One of the sentences, filled in. A scene, or whoever speaks outside of one, says it. */
export type Say = (key: string, values?: ReplyValues) => string;

/** Every wording of a reply, filled in. A missing key or value is a mistake of the configuration and throws a TypeError. */
export function wordings(replies: Playbook['replies'], key: string, values: ReplyValues): readonly string[] {
  const templates = replies[key];
  if (!templates) throw new TypeError(`replies.yaml has no "${key}"`);
  return templates.map((template) => fill(key, template, values));
}

/** One wording, chosen by `seed` so that a retry of the same turn says the same words. */
export function reply(replies: Playbook['replies'], key: string, values: ReplyValues, seed: string): string {
  const all = wordings(replies, key, values);
  return all[sumOf(seed) % all.length] ?? '';
}

function fill(key: string, template: string, values: ReplyValues): string {
  return template
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new TypeError(`reply "${key}" needs {${name}}`);
      return String(value);
    })
    .trim();
}

function sumOf(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}
