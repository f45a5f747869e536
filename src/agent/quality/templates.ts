import { sentencesOf } from '../../domain/text/sentences.ts';

/** A sentence of ours with places for values. */
interface Template {
  readonly pattern: RegExp;
}

/** A sentence with fewer fixed words than this is mostly what is put into it, so it vouches for nothing. */
const MIN_FIXED_WORDS = 2;
/** The check takes it off as well before it looks at a line. */
const LIST_MARK = /^\s*(?:\d{1,2}[.)]|[-*•>])\s+/;
const MAX_KNOWN = 5_000;
const known = new Map<string, readonly Template[]>();

/** True when a sentence was written with `{name}` places in it. */
export function hasPlaces(text: string): boolean {
  return /\{\w+\}/.test(text);
}

/** Reads approved replies into patterns, sentence by sentence; each text is read once. */
function templatesOf(text: string): readonly Template[] {
  const cached = known.get(text);
  if (cached) return cached;
  const lines = text.split('\n').map((line) => line.replace(LIST_MARK, ''));
  const read = lines.flatMap(sentencesOf).flatMap((sentence): Template[] => {
    const fixed = sentence.split(/\{\w+\}/);
    if ((fixed.join(' ').match(/\p{L}+/gu) ?? []).length < MIN_FIXED_WORDS) return [];
    return [{ pattern: new RegExp(`^${fixed.map(escape).join('(.{0,400}?)')}$`, 'iu') }];
  });
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(text, read);
  return read;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** The values that a sentence puts into an approved one, or undefined when it is none of them. */
export function matchTemplate(sentence: string, templates: readonly string[]): readonly string[] | undefined {
  for (const text of templates) {
    for (const { pattern } of templatesOf(text)) {
      const match = pattern.exec(sentence);
      if (match) return match.slice(1).filter((value) => value !== undefined);
    }
  }
  return undefined;
}
