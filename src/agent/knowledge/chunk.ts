/** Characters in one chunk and characters repeated from the one before (product.md §1.2). */
export const CHUNK_SIZE = 500;
export const CHUNK_OVERLAP = 50;

/** Tried in this order; a piece keeps the separator that ends it. The two heading levels are cut before these. */
const SEPARATORS = ['\n\n', '\n', '. '] as const;

export interface Chunk {
  readonly index: number;
  /** The headings above the text, outermost first, joined by ` > `; empty before the first heading. */
  readonly heading: string;
  readonly text: string;
}

interface Section {
  readonly heading: string;
  readonly text: string;
}

/**
 * Cuts Markdown into chunks of at most `size` characters. A heading always begins a chunk, and no sentence is cut that
 * fits into one. The overlap repeats whole lines or sentences of at most `overlap` characters.
 */
export function chunk(markdown: string, size = CHUNK_SIZE, overlap = CHUNK_OVERLAP): readonly Chunk[] {
  return sectionsOf(markdown.replace(/\r\n?/g, '\n'))
    .flatMap(({ heading, text }) => splitText(text, size, overlap).map((piece) => ({ heading, text: piece })))
    .map((piece, index) => ({ index, ...piece }));
}

/** Sections under `#`, `##` and `###` headings; the heading line itself goes into the path. Fenced code keeps its `#` lines. */
function sectionsOf(markdown: string): readonly Section[] {
  const sections: Section[] = [];
  const path: string[] = [];
  let lines: string[] = [];
  let fenced = false;
  const close = (): void => {
    const text = lines.join('\n').trim();
    if (text !== '') sections.push({ heading: path.filter(Boolean).join(' > '), text });
    lines = [];
  };
  for (const line of markdown.split('\n')) {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? undefined : /^ {0,3}(#{1,3}) +(\S.*)$/.exec(line);
    if (!heading) {
      lines.push(line);
      continue;
    }
    close();
    const level = (heading[1] ?? '#').length - 1;
    path.length = Math.min(path.length, level);
    while (path.length < level) path.push('');
    path.push((heading[2] ?? '').replace(/\s*#+\s*$/, '').trim());
  }
  close();
  return sections;
}

function splitText(text: string, size: number, overlap: number): readonly string[] {
  if (text.length <= size) return [text];
  return merge(piecesOf(text, size, 0), size, overlap);
}

/** Pieces of at most `size` characters that join to exactly `text`. */
function piecesOf(text: string, size: number, level: number): readonly string[] {
  if (text.length <= size && level > 0) return [text];
  const separator = SEPARATORS[level];
  if (separator === undefined) return hardPieces(text, size);
  return splitAfter(text, separator).flatMap((piece) => (piece.length <= size ? [piece] : piecesOf(piece, size, level + 1)));
}

function splitAfter(text: string, separator: string): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, start)) {
    pieces.push(text.slice(start, at + separator.length));
    start = at + separator.length;
  }
  if (start < text.length) pieces.push(text.slice(start));
  return pieces;
}

/** For one sentence longer than a chunk: at the last space that fits, else between two characters, never inside a surrogate pair. */
function hardPieces(text: string, size: number): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  while (text.length - start > size) {
    const space = text.lastIndexOf(' ', start + size - 1);
    let end = space > start ? space + 1 : start + size;
    if (/[\uD800-\uDBFF]/.test(text[end - 1] ?? '') && end - start > 1) end--;
    pieces.push(text.slice(start, end));
    start = end;
  }
  pieces.push(text.slice(start));
  return pieces;
}

function merge(pieces: readonly string[], size: number, overlap: number): readonly string[] {
  const chunks: string[] = [];
  let current: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (current.length > 0 && length + piece.length > size) {
      chunks.push(current.join('').trim());
      current = tail(current, Math.min(overlap, size - piece.length));
      length = current.join('').length;
    }
    current.push(piece);
    length += piece.length;
  }
  chunks.push(current.join('').trim());
  return chunks.filter((text) => text !== '');
}

function tail(pieces: readonly string[], room: number): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const piece of pieces.toReversed()) {
    length += piece.length;
    if (length > room) break;
    kept.unshift(piece);
  }
  return kept;
}
