import type { Words } from '../../domain/desk-view.ts';

/** Characters of a line before it is escaped. No dialect makes one longer than five, so a line fits in any message. */
export const LINE_LENGTH = 380;

/** A text as lines that are short enough; nothing is left out. Cut at spaces where there are any, never inside a character. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n').flatMap(cutLong);
}

/** Written lines as chunks of at most `limit` characters, in order. */
export function packLines(written: readonly string[], limit: number): readonly string[] {
  const chunks: string[] = [];
  for (const line of written) {
    const last = chunks.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= limit) chunks[chunks.length - 1] = `${last}\n${line}`;
    else chunks.push(line);
  }
  return chunks;
}

/** On one line and at most that many characters long, moments not counted; an ellipsis shows that something was left out. */
export function shortWords(words: Words, length: number): Words {
  let left = length;
  return words.map((part) => {
    if (typeof part !== 'string') return part;
    const line = onOneLine(part);
    const kept = left <= 0 ? '' : cutAt(line, left);
    left -= line.length;
    return kept;
  });
}

export const shortLine = (text: string, length: number): string => cutAt(onOneLine(text.trim()), length);

const onOneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' / ');

function cutLong(line: string): readonly string[] {
  if (line.length <= LINE_LENGTH) return [line];
  const space = line.lastIndexOf(' ', LINE_LENGTH - 1);
  const at = space > LINE_LENGTH / 2 ? space + 1 : wholeCharacters(line, LINE_LENGTH);
  return [line.slice(0, at), ...cutLong(line.slice(at))];
}

const cutAt = (line: string, length: number): string =>
  line.length <= length ? line : `${line.slice(0, wholeCharacters(line, length - 1))}…`;

/** One character may be a pair of two. */
const wholeCharacters = (text: string, length: number): number => (/[\ud800-\udbff]/.test(text.charAt(length - 1)) ? length - 1 : length);
