import type { Token, Tokens } from 'marked';
import type { InlineStyle } from './dialect.ts';
import { decodeEntities } from './entities.ts';
import { words, type Run } from './line.ts';

const STYLES: Readonly<Record<string, InlineStyle>> = { strong: 'strong', em: 'emphasis', del: 'strike' };

const SAFE_LINK = /^(?:https?:\/\/[^\s<>"]+|mailto:[^\s<>"?&]+@[^\s<>"?&]+)$/i;

const isLink = (token: Token): token is Tokens.Link | Tokens.Image => token.type === 'link' || token.type === 'image';
export const childrenOf = (token: Token): readonly Token[] => ('tokens' in token ? (token.tokens ?? []) : []);
const textOf = (token: Token): string => ('text' in token && typeof token.text === 'string' ? token.text : token.raw);

/** The inline tokens of a block as lines: line breaks of the source stay, because people break lines where they mean it. */
export function inlineLines(tokens: readonly Token[], styles: readonly InlineStyle[] = []): readonly (readonly Run[])[] {
  const lines: Run[][] = [[]];
  const add = (run: Run): void => {
    const line = lines.at(-1);
    const last = line?.at(-1);
    // Escaped characters come as tokens of their own; a word is judged whole.
    const isMore = last?.kind === 'words' && run.kind === 'words' && last.styles.join() === run.styles.join();
    if (isMore) line?.splice(-1, 1, words(last.text + run.text, last.styles));
    else line?.push(run);
  };
  const write = (run: Run): void => {
    if (run.kind !== 'words') return add(run);
    for (const [at, text] of run.text.split('\n').entries()) {
      if (at > 0) lines.push([]);
      if (text !== '') add(words(text, run.styles));
    }
  };
  for (const token of tokens) writeToken(token, styles, write);
  return lines;
}

/** All words of the tokens on one line, without any form: for labels and the cells of drawn tables. */
export function plainText(tokens: readonly Token[]): string {
  return inlineLines(tokens)
    .map((runs) => runs.map(plainRun).join(''))
    .join(' ');
}

function plainRun(run: Run): string {
  if (run.kind === 'words') return run.text;
  if (run.kind === 'code') return run.source;
  return run.label === '' || isSame(run.label, run.href) ? run.href.replace(/^mailto:/i, '') : `${run.label} (${run.href})`;
}

const isSame = (label: string, href: string): boolean => label === href || `mailto:${label}` === href || `http://${label}` === href;

function writeToken(token: Token, styles: readonly InlineStyle[], write: (run: Run) => void): void {
  if (isLink(token)) return writeLink(token, styles, write);
  const style = STYLES[token.type];
  if (style !== undefined) {
    const all = styles.includes(style) ? styles : [...styles, style];
    for (const child of childrenOf(token)) writeToken(child, all, write);
    return;
  }
  switch (token.type) {
    case 'br':
      return write(words('\n', styles));
    case 'codespan':
      return write({ kind: 'code', source: textOf(token), styles });
    case 'checkbox':
      return;
    case 'escape':
      return write(words(textOf(token), styles));
    case 'html':
      return write(words(token.raw, styles));
    default:
      if (childrenOf(token).length === 0) return write(words(decodeEntities(textOf(token)), styles));
      for (const child of childrenOf(token)) writeToken(child, styles, write);
  }
}

/** An address that cannot be a link is shown in brackets: nobody clicks on it, and nothing is lost. */
function writeLink(token: Tokens.Link | Tokens.Image, styles: readonly InlineStyle[], write: (run: Run) => void): void {
  const label = (token.tokens ? plainText(token.tokens) : decodeEntities(token.text)).replace(/\s+/g, ' ').trim();
  const href = decodeEntities(token.href).trim();
  if (SAFE_LINK.test(href)) return write({ kind: 'link', label, href, styles });
  write(words(href === '' || href === label ? label : `${label} (${href})`.trim(), styles));
}
