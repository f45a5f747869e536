import type { Dialect, InlineStyle } from './dialect.ts';
import type { CodeBlock } from './line.ts';

/** One message while it is filled: its text, and what is open at its end. */
export interface Part {
  readonly text: string;
  readonly styles: readonly InlineStyle[];
  /** The block of code that is open; then no style is. */
  readonly fence: CodeBlock | undefined;
  /** White space that is only written when something follows it in the same part. */
  readonly gap: string;
}

export const EMPTY_PART: Part = { text: '', styles: [], fence: undefined, gap: '' };

const LETTER = /[\p{L}\p{N}]/u;

export const marksOf = (dialect: Dialect, styles: readonly InlineStyle[]): readonly string[] => styles.map((style) => dialect.marks[style]);

const closingMarks = (dialect: Dialect, styles: readonly InlineStyle[]): string => marksOf(dialect, styles).toReversed().join('');

/** What ends everything that is open. */
export const closingOf = (dialect: Dialect, { fence, styles }: Part): string =>
  fence ? dialect.fence.close : closingMarks(dialect, styles);

/** What has to stand between the end of the part and a unit that wants these styles. */
export function transition(
  dialect: Dialect,
  part: Part,
  unit: { readonly prefix: string; readonly written: string; readonly styles: readonly InlineStyle[] },
): string {
  const { text, styles, fence, gap } = part;
  const shared = gap.includes('\n') ? 0 : commonLength(styles, unit.styles);
  const close = fence ? dialect.fence.close : closingMarks(dialect, styles.slice(shared));
  const open = marksOf(dialect, unit.styles.slice(shared)).join('');
  const before = close !== '' && !fence && gap === '' && LETTER.test(unit.written.charAt(0)) ? dialect.joint : '';
  const after = open !== '' && gap === '' && LETTER.test(text.at(-1) ?? '') ? dialect.joint : '';
  return close + before + gap + unit.prefix + after + open;
}

/** Text and styles from here on; whatever block of code was open is closed by the text. */
export const withText = (part: Part, written: string, styles: readonly InlineStyle[]): Part => ({
  text: part.text + written,
  styles,
  fence: undefined,
  gap: '',
});

export const withCode = (part: Part, written: string, fence: CodeBlock): Part => ({
  text: part.text + written,
  styles: [],
  fence,
  gap: '',
});

/** The message as it is sent; undefined when nothing but white space stands in it. */
export function wholeOf(dialect: Dialect, part: Part): string | undefined {
  const whole = part.text + closingOf(dialect, part);
  if (whole.trim() === '') return undefined;
  return part.fence ? whole : whole.trimEnd();
}

function commonLength(one: readonly InlineStyle[], other: readonly InlineStyle[]): number {
  const at = one.findIndex((style, index) => other[index] !== style);
  return at === -1 ? one.length : at;
}
