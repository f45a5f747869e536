/**
 * One line of a mail's body and who said it. `blockquote` is an indented block of an HTML mail that may be a quote or
 * the writer's own formatting: what stands around it decides.
 */
export interface BodyLine {
  readonly text: string;
  readonly mark: 'words' | 'quote' | 'blockquote' | 'signature';
}

/** Patterns look at lines up to this length only: no mail program writes a longer header or attribution. */
export const PATTERN_LINE_LIMIT = 500;

export const isBlank = (text: string): boolean => text.trim() === '';

/** The next line at or after `from` that is not blank, or the number of lines. */
export function nextFilled(lines: readonly BodyLine[], from: number): number {
  let at = from;
  while (at < lines.length && isBlank(lines[at]?.text ?? '')) at += 1;
  return at;
}
