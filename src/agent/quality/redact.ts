import { detectPii, type PiiSpan } from './pii-detectors.ts';

export interface Redaction {
  /** Each span replaced by its type in brackets, such as `[EMAIL_ADDRESS]`. */
  readonly text: string;
  /** Where the spans stood in the input; offsets count Unicode code points. */
  readonly spans: readonly PiiSpan[];
}

/** Takes personal data and secrets out of a text. */
export function redact(text: string): Redaction {
  const found = detectPii(text);
  let cleaned = '';
  let end = 0;
  let codePoints = 0;
  const spans = found.map((span): PiiSpan => {
    cleaned += `${text.slice(end, span.start)}[${span.type}]`;
    codePoints += countCodePoints(text.slice(end, span.start));
    const start = codePoints;
    codePoints += countCodePoints(text.slice(span.start, span.end));
    end = span.end;
    return { start, end: codePoints, type: span.type };
  });
  return { text: cleaned + text.slice(end), spans };
}

function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
