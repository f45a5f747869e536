import type { Passage } from '../../domain/classification.ts';
import type { Reader, Reading } from './reading.ts';

/** How often each sign occurs, and all of them together. */
export interface Counts {
  readonly of: ReadonlyMap<string, number>;
  readonly total: number;
}

/** A passage as questions are compared with it. */
export interface SectionReading {
  /** The ways it is asked for; its own heading is one of them. */
  readonly phrasings: readonly Reading[];
  readonly asked: Counts;
  /** Of its text and its heading. */
  readonly own: Counts;
  readonly title: Counts;
  /** Stems of its phrasings and its text, without groups. */
  readonly stems: ReadonlySet<string>;
}

export type ReadPassage = Pick<Passage, 'article' | 'title' | 'heading' | 'text' | 'asked'>;

/** Articles that are read are few for a shop and bounded for a large one; beyond this the table begins anew. */
const MAX_KEPT = 20_000;

const sectionReaders = new WeakMap<Reader, (passage: ReadPassage) => SectionReading>();

/** Reads passages, each once for as long as it stays the same. */
export function sectionReaderOf(reader: Reader): (passage: ReadPassage) => SectionReading {
  const known = sectionReaders.get(reader) ?? createSectionReader(reader);
  sectionReaders.set(reader, known);
  return known;
}

/** The index that answers and the one that an edit is tried in hold the same passage, each its own copy. */
const COPIES = 2;

function createSectionReader(reader: Reader): (passage: ReadPassage) => SectionReading {
  const kept = new Map<string, readonly { readonly asked: ReadPassage['asked']; readonly reading: SectionReading }[]>();
  return (passage) => {
    const key = `${passage.article}\n${passage.heading}\n${passage.text}`;
    const copies = kept.get(key) ?? [];
    const known = copies.find(({ asked }) => asked === passage.asked);
    if (known) return known.reading;
    const reading = readSection(passage, reader);
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(key, [{ asked: passage.asked, reading }, ...copies].slice(0, COPIES));
    return reading;
  };
}

export function readSection({ title, heading, text, asked = [] }: ReadPassage, reader: Reader): SectionReading {
  const name = heading.split(' > ').at(-1) || title;
  const phrasings = [...asked, name].map((said) => reader.read(said));
  const body = reader.read(text);
  const headings = reader.read(heading);
  return {
    phrasings,
    asked: countsOf(phrasings.slice(0, asked.length).flatMap(({ signs }) => [...signs])),
    own: countsOf([...body.signs, ...headings.signs, ...headings.signs]),
    title: countsOf([...reader.read(title).signs]),
    stems: new Set([...phrasings, body, headings].flatMap(({ units }) => units.map(({ stem }) => stem))),
  };
}

function countsOf(signs: readonly string[]): Counts {
  const of = new Map<string, number>();
  for (const sign of signs) of.set(sign, (of.get(sign) ?? 0) + 1);
  return { of, total: signs.length };
}
