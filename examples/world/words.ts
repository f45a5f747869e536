import type { Story } from 'deskhand/pack';

/** Typographic apostrophes, hyphens and spaces as plain ones, so that patterns need only one of each. Lower case. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u0060]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00a0\u2000-\u200b\u202f]/g, ' ');

/** Everything the customer wrote so far, one line a message. */
export const wordsOf = ({ said }: Story): string => said.map(plain).join('\n');

export const says = (story: Story, pattern: RegExp): boolean => pattern.test(wordsOf(story));

/** Whether a text stood in what the customer wrote or in what a tool returned: nobody has to have made it up. Case does not matter. */
export function wasSeen(story: Story, text: string): boolean {
  const wanted = plain(text);
  return wordsOf(story).includes(wanted) || story.calls.some(({ status, output }) => status === 'ok' && holds(output, wanted));
}

function holds(value: unknown, wanted: string): boolean {
  if (typeof value === 'string') return plain(value).includes(wanted);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => plain(key).includes(wanted) || holds(inner, wanted));
}
