import type { Dialect, InlineStyle } from './dialect.ts';
import type { CodeBlock } from './line.ts';
import { pieces } from './pieces.ts';

export interface Packer {
  /** The longest unit that may be written: room for styles, a fence and a line's prefix is left. */
  readonly widest: number;
  /** Begins a line of about `length` units: one that fits the next part whole is not cut when this part is half full. */
  startLine(prefix: string, again: string, length: number): void;
  write(unit: { readonly space: string; readonly written: string; readonly styles: readonly InlineStyle[] }): void;
  /** Writes one line of a block of code. */
  code(source: string, block: CodeBlock): void;
  finish(): readonly string[];
}

/** Marks, joints, a prefix: what surrounds a unit at most. Prefixes beyond it are cut. */
const SURROUNDINGS = 80;
const LONGEST_PREFIX = 40;
const LETTER = /[\p{L}\p{N}]/u;

/** Fills parts one after the other. Everything is written through `put`, so that no part can grow beyond the limit. */
export function createPacker(dialect: Dialect, maxLength: number): Packer {
  const widest = maxLength - SURROUNDINGS;
  const parts: string[] = [];
  let part = '';
  let styles: readonly InlineStyle[] = [];
  let fence: CodeBlock | undefined;
  /** White space that is only written when something follows it in the same part. */
  let gap = '';
  let prefix = '';
  let again = '';
  let isLineOpen = false;

  const closing = (): string => (fence ? dialect.fence.close : marksOf(styles).toReversed().join(''));
  const marksOf = (wanted: readonly InlineStyle[]): readonly string[] => wanted.map((style) => dialect.marks[style]);

  const flush = (): void => {
    const whole = part + closing();
    if (whole.trim() !== '') parts.push(fence ? whole : whole.trimEnd());
    part = '';
    styles = [];
    fence = undefined;
    gap = '';
  };

  /** What has to stand between the last unit and one that wants these styles. */
  const transition = (wanted: readonly InlineStyle[], written: string): string => {
    const shared = gap.includes('\n') ? 0 : commonLength(styles, wanted);
    const close = fence ? dialect.fence.close : marksOf(styles.slice(shared)).toReversed().join('');
    const open = marksOf(wanted.slice(shared)).join('');
    const before = close !== '' && !fence && gap === '' && LETTER.test(written.charAt(0)) ? dialect.joint : '';
    const after = open !== '' && gap === '' && LETTER.test(part.at(-1) ?? '') ? dialect.joint : '';
    return close + before + gap + prefix + after + open;
  };

  const put = (written: string, wanted: readonly InlineStyle[]): void => {
    let start = transition(wanted, written);
    let text = isLineStart(start) ? dialect.lineStart(written) : written;
    if (part !== '' && part.length + start.length + text.length + marksOf(wanted).join('').length > maxLength) {
      const isInsideLine = prefix === '' && !gap.includes('\n');
      flush();
      start = (isInsideLine ? again : prefix) + marksOf(wanted).join('');
      text = start === '' ? dialect.lineStart(written) : written;
    }
    part += start + text;
    styles = wanted;
    fence = undefined;
    gap = '';
    prefix = '';
  };

  const isLineStart = (start: string): boolean => (part === '' && start === '') || start.endsWith('\n');

  /** A line that holds nothing but its prefix, such as a rule or an empty item, is written when it ends. */
  const endLine = (): void => {
    if (!isLineOpen) return;
    const alone = prefix.trimEnd();
    if (alone !== '') {
      prefix = '';
      part += startOf(alone);
      styles = [];
      fence = undefined;
      gap = '';
    }
    prefix = '';
    gap += '\n';
    isLineOpen = false;
  };

  const startOf = (alone: string): string => {
    const start = transition([], alone);
    if (part === '' || part.length + start.length + alone.length <= maxLength) return start + alone;
    flush();
    return alone;
  };

  const codePiece = (written: string, block: CodeBlock): void => {
    const isInside = fence === block;
    const start = isInside ? '\n' : closing() + gap + dialect.fence.open(block.language);
    if (part !== '' && part.length + start.length + written.length + dialect.fence.close.length > maxLength) {
      flush();
      part = dialect.fence.open(block.language) + written;
    } else {
      part += start + written;
    }
    styles = [];
    fence = block;
    gap = '';
  };

  return {
    widest,
    startLine(linePrefix, lineAgain, length) {
      endLine();
      isLineOpen = true;
      prefix = linePrefix.slice(0, LONGEST_PREFIX);
      again = lineAgain.slice(0, LONGEST_PREFIX);
      const total = prefix.length + length + SURROUNDINGS;
      if (part.length > maxLength / 2 && part.length + total > maxLength && total <= maxLength) flush();
    },
    write({ space, written, styles: wanted }) {
      gap += space;
      if (written !== '') put(written, wanted);
    },
    code(source, block) {
      endLine();
      prefix = '';
      const written = dialect.fence.line(source);
      if (written.length <= widest) codePiece(written, block);
      else for (const piece of pieces(source, widest, dialect.fence.line)) codePiece(piece, block);
      isLineOpen = true;
    },
    finish() {
      endLine();
      flush();
      return parts;
    },
  };
}

function commonLength(one: readonly InlineStyle[], other: readonly InlineStyle[]): number {
  const at = one.findIndex((style, index) => other[index] !== style);
  return at === -1 ? one.length : at;
}
