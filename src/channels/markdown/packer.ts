import type { Dialect, InlineStyle } from './dialect.ts';
import type { CodeBlock } from './line.ts';
import { closingOf, EMPTY_PART, marksOf, transition, wholeOf, withCode, withText, type Part } from './part.ts';
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

/** Fills parts one after the other. Everything is written through `write`, `rule` and `piece`, so that no part can grow beyond the limit. */
export function createPacker(dialect: Dialect, maxLength: number): Packer {
  const widest = maxLength - SURROUNDINGS;
  const parts: string[] = [];
  let part = EMPTY_PART;
  let line = NO_LINE;

  function flush(): void {
    const whole = wholeOf(dialect, part);
    if (whole !== undefined) parts.push(whole);
    part = EMPTY_PART;
  }

  const fits = (length: number): boolean => part.text === '' || part.text.length + length <= maxLength;

  function write(written: string, styles: readonly InlineStyle[]): void {
    const { prefix, again } = line;
    let start = transition(dialect, part, { prefix, written, styles });
    let text = isLineStart(part, start) ? dialect.lineStart(written) : written;
    const opening = marksOf(dialect, styles).join('');
    if (!fits(start.length + text.length + opening.length)) {
      const isInsideLine = prefix === '' && !part.gap.includes('\n');
      flush();
      start = (isInsideLine ? again : prefix) + opening;
      text = start === '' ? dialect.lineStart(written) : written;
    }
    part = withText(part, start + text, styles);
    line = { ...line, prefix: '' };
  }

  /** A line that holds nothing but its prefix, such as a rule or an empty item, is written when it ends. */
  function rule(alone: string): void {
    const start = transition(dialect, part, { prefix: '', written: alone, styles: [] });
    if (fits(start.length + alone.length)) part = withText(part, start + alone, []);
    else {
      flush();
      part = withText(part, alone, []);
    }
  }

  function endLine(): void {
    if (!line.isOpen) return;
    const alone = line.prefix.trimEnd();
    if (alone !== '') rule(alone);
    part = { ...part, gap: `${part.gap}\n` };
    line = { ...line, prefix: '', isOpen: false };
  }

  function piece(written: string, block: CodeBlock): void {
    const opening = dialect.fence.open(block.language);
    const start = part.fence === block ? '\n' : closingOf(dialect, part) + part.gap + opening;
    if (fits(start.length + written.length + dialect.fence.close.length)) part = withCode(part, start + written, block);
    else {
      flush();
      part = withCode(part, opening + written, block);
    }
  }

  return {
    widest,
    startLine(prefix, again, length) {
      endLine();
      line = { prefix: prefix.slice(0, LONGEST_PREFIX), again: again.slice(0, LONGEST_PREFIX), isOpen: true };
      const total = line.prefix.length + length + SURROUNDINGS;
      if (part.text.length > maxLength / 2 && !fits(total) && total <= maxLength) flush();
    },
    write({ space, written, styles }) {
      part = { ...part, gap: part.gap + space };
      if (written !== '') write(written, styles);
    },
    code(source, block) {
      endLine();
      const written = dialect.fence.line(source);
      if (written.length <= widest) piece(written, block);
      else for (const cut of pieces(source, widest, dialect.fence.line)) piece(cut, block);
      line = { ...line, prefix: '', isOpen: true };
    },
    finish() {
      endLine();
      flush();
      return parts;
    },
  };
}

/** The line that is being written: what stands before it, and again before what of it comes into the next part. */
interface OpenLine {
  /** Empty once it was written. */
  readonly prefix: string;
  readonly again: string;
  readonly isOpen: boolean;
}
const NO_LINE: OpenLine = { prefix: '', again: '', isOpen: false };

const isLineStart = ({ text }: Part, start: string): boolean => (text === '' && start === '') || start.endsWith('\n');
