import { lexer, type Token, type Tokens } from 'marked';
import type { Dialect } from './dialect.ts';
import { childrenOf, inlineLines } from './inline-lines.ts';
import { words, type CodeBlock, type Line, type Run } from './line.ts';
import { tableLines } from './table-lines.ts';

/** What stands before the first line of a block, and before all further ones. */
interface Frame {
  readonly prefix: string;
  readonly again: string;
  /** Lists around it. */
  readonly depth: number;
}

/** Turns text around without being seen. */
const DECEIVING = /\p{Bidi_Control}/gu;

/** The lexer takes time that grows with the square of the marks in one paragraph: 5,000 are read in some 60 ms, 50,000 in 6 s. */
const MOST_MARKS = 5_000;

/** CommonMark (with GFM tables, strike and task lists) as lines that only need to be written and cut. */
export function toLines(markdown: string, dialect: Dialect): readonly Line[] {
  const text = markdown.replace(DECEIVING, '').replaceAll('\0', '').replaceAll(/\r\n?/g, '\n');
  const tokens = parse(text);
  return tokens === undefined ? plainLines(text) : blockLines(tokens, { prefix: '', again: '', depth: 0 }, dialect);
}

/** Undefined for what no person writes: quotes or lists nested by the thousand, paragraphs of nothing but marks. */
function parse(text: string): readonly Token[] | undefined {
  if (text.split(/\n[ \t]*\n/).some((paragraph) => (paragraph.match(/[*_~]+/g)?.length ?? 0) > MOST_MARKS)) return undefined;
  try {
    return lexer(text, { gfm: true, breaks: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const plainLines = (text: string): readonly Line[] =>
  text.split('\n').map((line) => ({ kind: 'text', prefix: '', again: '', runs: [words(line)] }));

function blockLines(tokens: readonly Token[], frame: Frame, dialect: Dialect): readonly Line[] {
  const lines: Line[] = [];
  for (const token of tokens) {
    if (token.type === 'space' || token.type === 'def' || token.type === 'checkbox') continue;
    const isFirst = lines.length === 0;
    const block = linesOf(token, isFirst ? frame : { ...frame, prefix: frame.again }, dialect);
    // A list directly under the words of a tight item belongs to them.
    const isTight = token.type === 'list' && frame.depth > 0;
    if (!isFirst && !isTight && block.length > 0) lines.push(textLine({ ...frame, prefix: frame.again.trimEnd() }, []));
    lines.push(...block);
  }
  return lines;
}

const textLine = ({ prefix, again }: Pick<Frame, 'prefix' | 'again'>, runs: readonly Run[]): Line => ({
  kind: 'text',
  prefix,
  again,
  runs,
});

function textLines(lines: readonly (readonly Run[])[], frame: Frame): readonly Line[] {
  return lines.map((runs, at) => textLine(at === 0 ? frame : { ...frame, prefix: frame.again }, runs));
}

const isList = (token: Token): token is Tokens.List => token.type === 'list';
const isTable = (token: Token): token is Tokens.Table => token.type === 'table';
const isCode = (token: Token): token is Tokens.Code => token.type === 'code';

function linesOf(token: Token, frame: Frame, dialect: Dialect): readonly Line[] {
  if (isList(token)) return listLines(token, frame, dialect);
  if (isTable(token)) return tableLines(token, frame);
  if (isCode(token)) return codeLines(token, frame);
  switch (token.type) {
    case 'hr':
      return [textLine({ ...frame, prefix: frame.prefix + dialect.rule }, [])];
    case 'heading':
      return textLines(inlineLines(childrenOf(token), ['strong']), frame);
    case 'blockquote':
      return quoteLines(token, frame, dialect);
    case 'html':
      return textLines(inlineLines([{ type: 'html', raw: token.raw.trimEnd() }]), frame);
    default:
      return textLines(inlineLines(childrenOf(token).length > 0 ? childrenOf(token) : [token]), frame);
  }
}

/** Platforms do not nest quotes, so one mark stands for all levels. */
function quoteLines(token: Token, frame: Frame, dialect: Dialect): readonly Line[] {
  const isInside = frame.again.includes(dialect.quote);
  const inner = isInside ? frame : { ...frame, prefix: frame.prefix + dialect.quote, again: frame.again + dialect.quote };
  return blockLines(childrenOf(token), inner, dialect);
}

function codeLines({ text, lang }: Tokens.Code, { prefix, again }: Frame): readonly Line[] {
  const block: CodeBlock = { language: /^[\w+#.-]{1,30}/.exec(lang ?? '')?.[0] ?? '' };
  const lines = text.split('\n').map((source): Line => ({ kind: 'code', source, block }));
  return prefix === again ? lines : [textLine({ prefix, again }, []), ...lines];
}

function listLines(list: Tokens.List, frame: Frame, dialect: Dialect): readonly Line[] {
  const first = list.start === '' ? 1 : list.start;
  return list.items.flatMap((item, at) => {
    const bullet = dialect.bullets[Math.min(frame.depth, dialect.bullets.length - 1)] ?? dialect.bullets[0];
    const sign = list.ordered ? `${first + at}.` : bullet;
    const box = item.task ? `${item.checked === true ? dialect.checkbox.done : dialect.checkbox.open} ` : '';
    const outer = at === 0 ? frame.prefix : frame.again;
    const inner: Frame = { prefix: `${outer}${sign} ${box}`, again: frame.again + dialect.indent, depth: frame.depth + 1 };
    const lines = blockLines(item.tokens, inner, dialect);
    const shown = lines.length > 0 ? lines : [textLine(inner, [])];
    return list.loose && at > 0 ? [textLine({ prefix: frame.again.trimEnd(), again: frame.again }, []), ...shown] : shown;
  });
}
