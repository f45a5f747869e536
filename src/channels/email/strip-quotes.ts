import { isBlank, nextFilled, PATTERN_LINE_LIMIT } from './body-line.ts';
import type { BodyLine } from './body-line.ts';
import {
  headerBlockLength,
  inlineAttributionAt,
  isAttribution,
  isRule,
  mayStartAttribution,
  mayStartHeaderBlock,
  separatorKind,
} from './quote-patterns.ts';
import { isMobileSignature, signatureStart } from './signature-start.ts';

/** A body taken apart: every line of it stands in exactly one of the three. */
export interface TrimmedBody {
  /** The writer's new words; empty only when everything else is clearly quoted. */
  readonly reply: string;
  readonly quoted: string;
  readonly signature: string;
}

/** Places at which the longer patterns are tried in one mail; no honest mail has more. */
const CANDIDATES = 400;
/** An attribution is wrapped over at most this many lines. */
const ATTRIBUTION_LINES = 5;

/** The new words of a plain-text body. Linear in its size: 1 MB takes well under 200 ms. */
export function stripQuotes(text: string): TrimmedBody {
  return trimLines(plainLines(text));
}

/** The same for lines that come from HTML, where the mark-up has told some quotes already. */
export function trimLines(input: readonly BodyLine[]): TrimmedBody {
  const lines = markSplitters(settleBlockquotes(input));
  markWrappedQuotes(lines);
  markSignatures(lines);
  const trimmed = collect(lines);
  return trimmed.reply === '' ? withoutNewWords(input, trimmed) : trimmed;
}

function plainLines(text: string): BodyLine[] {
  const lines: BodyLine[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const quoted = isPrefixed(line);
    const at = quoted ? -1 : inlineAttributionAt(line);
    if (at === -1) {
      lines.push({ text: line, mark: quoted ? 'quote' : 'words' });
    } else {
      lines.push({ text: line.slice(0, at).replace(/-{2,}\s*$/, ''), mark: 'words' }, { text: line.slice(at), mark: 'words' });
    }
  }
  return lines;
}

/** `> text`; but `>>> offer <<<` is an ornament and `>:(` a face. */
function isPrefixed(line: string): boolean {
  const head = line.slice(0, 12).trimStart();
  return head.startsWith('>') && !/^>[:;]?[-']?[()<\\/|]/.test(head) && !line.trimEnd().endsWith('<<<');
}

/** An indented block counts as a quote unless a real quote with its own attribution comes later: then it is formatting. */
function settleBlockquotes(lines: readonly BodyLine[]): BodyLine[] {
  const lastBlock = lines.findLastIndex(({ mark }) => mark === 'blockquote');
  if (lastBlock === -1) return [...lines];
  let attribution = -1;
  let tried = 0;
  for (let at = 0; at < lines.length && tried < CANDIDATES; at += 1) {
    if (lines[at]?.mark !== 'words' || !mayStartAttribution(lines[at]?.text ?? '')) continue;
    tried += 1;
    if (attributionLength(lines, at) > 0) attribution = at;
  }
  return lines.map((line, at) => (line.mark === 'blockquote' ? { text: line.text, mark: at < attribution ? 'words' : 'quote' } : line));
}

/** Finds where quoting begins, top to bottom, and marks what belongs to it. */
function markSplitters(input: readonly BodyLine[]): BodyLine[] {
  const lines = [...input];
  let hasWords = false;
  let tried = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.mark !== 'words' || isBlank(line.text)) continue;
    const splitter = tried < CANDIDATES ? splitterAt(lines, at) : undefined;
    if (splitter !== undefined) tried += 1;
    if (splitter === undefined || splitter.length === 0) {
      hasWords ||= !isRule(line.text);
      continue;
    }
    const end = at + splitter.length;
    if (lines[nextFilled(lines, end)]?.mark === 'quote' || (!hasWords && splitter.kind === 'attribution')) {
      markAs(lines, splitter.kind === 'attribution' ? at : startOfRuleAbove(lines, at), end, 'quote');
    } else if (hasWords) {
      markAs(lines, startOfRuleAbove(lines, at), lines.length, 'quote', 'words');
      return lines;
    }
    at = end - 1;
  }
  return lines;
}

interface Splitter {
  readonly kind: 'separator' | 'headers' | 'attribution' | 'none';
  /** Lines that it takes; 0 when a pattern was tried and did not fit. */
  readonly length: number;
}

function splitterAt(lines: readonly BodyLine[], at: number): Splitter | undefined {
  const text = lines[at]?.text ?? '';
  if (separatorKind(text) !== undefined) return { kind: 'separator', length: 1 };
  const headers = mayStartHeaderBlock(text) ? headerBlockLength((offset) => lines[at + offset]?.text) : 0;
  if (headers > 0) return { kind: 'headers', length: headers };
  const attribution = mayStartAttribution(text) ? attributionLength(lines, at) : soleAttribution(lines, at);
  if (attribution > 0) return { kind: 'attribution', length: attribution };
  return mayStartAttribution(text) ? { kind: 'none', length: 0 } : undefined;
}

/** `Ann <ann@…> wrote:` without a date stands on one line. */
function soleAttribution(lines: readonly BodyLine[], at: number): number {
  const text = lines[at]?.text ?? '';
  if (text.length > 300 || !/[:：\-_]\s*$/u.test(text)) return 0;
  return isAttribution(text, isQuote(lines[nextFilled(lines, at + 1)])) ? 1 : 0;
}

/** How many lines from here are one attribution, or 0. Programs wrap it, and one of them leaves blank lines inside. */
function attributionLength(lines: readonly BodyLine[], at: number): number {
  let joined = '';
  let filled = 0;
  for (let length = 1; filled < ATTRIBUTION_LINES && length <= ATTRIBUTION_LINES + 2; length += 1) {
    const line = lines[at + length - 1];
    const closesBracket = joined.split('<').length > joined.split('>').length && line?.text.trimStart().startsWith('>');
    if (line === undefined || line.mark === 'signature' || (line.mark === 'quote' && !isBlank(line.text) && !closesBracket)) return 0;
    if (isBlank(line.text)) {
      if (!/@|^On /.test(joined) || joined.length > 160) return 0;
      continue;
    }
    filled += 1;
    joined = `${joined} ${line.text.trim()}`.trim();
    const following = lines[nextFilled(lines, at + length)];
    const wrapsOn = /^\s*>\s*\S{2,12}\s*:?\s*$/u.test(following?.text.slice(0, 40) ?? '');
    if (isAttribution(joined, isQuote(following) && !wrapsOn)) return length;
  }
  return 0;
}

const isQuote = (line: BodyLine | undefined): boolean => line?.mark === 'quote' || line?.mark === 'blockquote';

/** A rule drawn directly above the splitter belongs to the quote. */
function startOfRuleAbove(lines: readonly BodyLine[], at: number): number {
  let above = at - 1;
  while (above >= 0 && isBlank(lines[above]?.text ?? '')) above -= 1;
  return above >= 0 && isRule(lines[above]?.text ?? '') ? above : at;
}

function markAs(lines: BodyLine[], from: number, to: number, as: BodyLine['mark'], only?: BodyLine['mark']): void {
  for (let at = from; at < to; at += 1) {
    const line = lines[at];
    if (line !== undefined && (only === undefined || line.mark === only)) lines[at] = { text: line.text, mark: as };
  }
}

/** A quoted line that a program wrapped without its `>`: a link between two quoted lines, or the end of an open bracket. */
function markWrappedQuotes(lines: BodyLine[]): void {
  for (let at = 1; at < lines.length - 1; at += 1) {
    const [before, line, after] = [lines[at - 1], lines[at], lines[at + 1]];
    if (line?.mark !== 'words' || before?.mark !== 'quote' || after?.mark !== 'quote' || line.text.length > PATTERN_LINE_LIMIT) continue;
    const endsOpenBracket =
      before.text.length <= PATTERN_LINE_LIMIT && /[(<][^)>]*$/.test(before.text.replace(/^[\s>]+/, '')) && /^[^(<]*[)>]/.test(line.text);
    if (endsOpenBracket || /^\s*[(<]https?:\S+[)>]\s*>?\s*$/.test(line.text)) lines[at] = { text: line.text, mark: 'quote' };
  }
}

/** Looks for a signature at the end of every stretch of words, because one may stand above a quote and another at the end. */
function markSignatures(lines: BodyLine[]): void {
  let start = 0;
  let wordsBefore = false;
  for (let at = 0; at <= lines.length; at += 1) {
    if (lines[at]?.mark === 'words') continue;
    if (at > start) {
      markSignature(lines, start, at, wordsBefore);
      wordsBefore ||= lines.slice(start, at).some(({ mark, text }) => mark === 'words' && !isBlank(text));
    }
    start = at + 1;
  }
}

function markSignature(lines: BodyLine[], start: number, end: number, wordsBefore: boolean): void {
  const texts = lines.slice(start, end).map(({ text }) => text);
  markAs(lines, start + signatureStart(texts, wordsBefore), end, 'signature');
  for (let at = Math.max(start, end - 60); at < end; at += 1) {
    if (isMobileSignature(lines[at]?.text ?? '')) markAs(lines, at, at + 1, 'signature');
  }
}

const joined = (lines: readonly BodyLine[], as: BodyLine['mark']): string =>
  lines
    .filter(({ mark }) => mark === as)
    .map(({ text }) => text.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');

const collect = (lines: readonly BodyLine[]): TrimmedBody => ({
  reply: joined(lines, 'words').trim(),
  quoted: joined(lines, 'quote'),
  signature: joined(lines, 'signature'),
});

/** Nothing new was found: what is not clearly quoted (a bare signature, an indented block, a forward) is the message. */
function withoutNewWords(input: readonly BodyLine[], trimmed: TrimmedBody): TrimmedBody {
  const unquoted = input.map((line): BodyLine => (line.mark === 'quote' ? line : { text: line.text, mark: 'words' }));
  const rest = collect(unquoted);
  if (rest.reply === '')
    return input.some(({ text }) => separatorKind(text) === 'forward')
      ? { reply: trimmed.quoted.trim(), quoted: '', signature: '' }
      : trimmed;
  const onlyAttribution = nextFilled(unquoted, 0) < unquoted.length && rest.quoted !== '' && attributionOnly(unquoted);
  return onlyAttribution ? trimmed : rest;
}

function attributionOnly(lines: readonly BodyLine[]): boolean {
  const first = lines.findIndex(({ mark, text }) => mark === 'words' && !isBlank(text));
  const length = attributionLength(lines, first);
  return length > 0 && lines.slice(first + length).every(({ mark, text }) => mark === 'quote' || isBlank(text));
}
