/** Dots after these do not end a sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|no|approx|incl|mr|mrs|ms|dr|st|inc|ltd|co|u\.s|a\.m|p\.m|oz|ft|lb|in)\.$/i;

/**
 * The sentences of a paragraph, whole and in order. A line break ends a sentence too: list items and headings stand alone.
 * `5.95` and `e.g. boots` are not cut.
 */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const line of text.split('\n')) {
    let start = 0;
    for (let index = 0; index < line.length; index++) {
      if (!isEnd(line, index)) continue;
      let end = index + 1;
      while (end < line.length && /[.!?"”’')\]]/.test(line[end] ?? '')) end++;
      if (end < line.length && !/\s/.test(line[end] ?? '')) continue;
      if (line[index] === '.' && isAbbreviation(line.slice(start, index + 1), line.slice(end))) continue;
      push(sentences, line.slice(start, end));
      start = end;
    }
    push(sentences, line.slice(start));
  }
  return sentences;
}

function isEnd(line: string, index: number): boolean {
  const letter = line[index];
  return letter === '.' || letter === '!' || letter === '?';
}

/** German writes the day of a month with a dot: `am Samstag, 7. März`. */
const DAY_BEFORE_MONTH = /(?:^|[\s(,])\d{1,2}\.$/;
const GERMAN_MONTH = /^\s+(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L})/u;

/** A list number at the start of a line is no sentence. `p.m.` and its like end one when a capital follows that is no time zone. */
function isAbbreviation(before: string, after: string): boolean {
  if (/^\s*\d{1,2}\.$/.test(before)) return true;
  if (DAY_BEFORE_MONTH.test(before) && GERMAN_MONTH.test(after)) return true;
  if (!ABBREVIATION.test(before)) return false;
  const mayEnd =
    /(?:[ap]\.m|u\.s|etc|no|oz|ft|lb|in)\.$/i.test(before) && !/^\s+(?:Eastern|Central|Mountain|Pacific|[ECMP][SD]?T\b)/.test(after);
  return !(mayEnd && /^\s+[A-Z]/.test(after));
}

function push(sentences: string[], text: string): void {
  const trimmed = text.trim();
  if (trimmed !== '') sentences.push(trimmed);
}
