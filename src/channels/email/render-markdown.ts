import { lexer } from 'marked';
import type { Token, Tokens } from 'marked';
import { decodeEntities } from '../markdown/entities.ts';

/*
 * Markdown → the two bodies of a mail, from one token tree. Only known tokens produce mark-up, every text is escaped,
 * raw HTML stays text, images become their description, and links are https, http or mailto.
 */

/** Escapes for element text and double-quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');

const SAFE_LINK = /^(?:https?:\/\/[^\s<>"']+|mailto:[^\s<>"'?&]+@[^\s<>"'?&]+)$/i;

/** Characters that turn text around or hide in it. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

export function markdownToHtml(markdown: string): string {
  return lexer(markdown.replace(INVISIBLE, ''), { gfm: true, breaks: true }).map(blockHtml).join('\n').trim();
}

export function markdownToText(markdown: string): string {
  return lexer(markdown.replace(INVISIBLE, ''), { gfm: true, breaks: true })
    .map((token) => blockText(token))
    .filter((text) => text !== '')
    .join('\n\n')
    .trim();
}

const childrenOf = (token: Token): readonly Token[] => ('tokens' in token ? (token.tokens ?? []) : []);
const isList = (token: Token): token is Tokens.List => token.type === 'list';
const isTable = (token: Token): token is Tokens.Table => token.type === 'table';
const isLink = (token: Token): token is Tokens.Link => token.type === 'link';
const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';
const hasText = (token: Token): token is Token & { readonly text: string } => 'text' in token && typeof token.text === 'string';
const rawText = (token: Token): string => (hasText(token) ? token.text : token.raw);
/** Character references are read where CommonMark reads them: in words, and not in code or raw HTML. */
const wordsOf = (token: Token): string => (token.type === 'text' ? decodeEntities(rawText(token)) : rawText(token));
const checkboxOf = (token: Token): string => ('checked' in token && token.checked === true ? '☑ ' : '☐ ');

function blockHtml(token: Token): string {
  if (isList(token)) {
    const tag = token.ordered ? 'ol' : 'ul';
    const start = token.ordered && token.start !== 1 && token.start !== '' ? ` start="${token.start}"` : '';
    return `<${tag}${start}>${token.items.map((item) => `<li>${item.tokens.map(itemHtml).join('')}</li>`).join('')}</${tag}>`;
  }
  if (isTable(token)) return tableHtml(token);
  if (isHeading(token)) return `<p><strong>${inlineHtml(token.tokens)}</strong></p>`;
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'hr':
      return '<hr>';
    case 'code':
      return `<pre style="white-space:pre-wrap">${escapeHtml(rawText(token))}</pre>`;
    case 'blockquote':
      return `<blockquote>${childrenOf(token).map(blockHtml).join('')}</blockquote>`;
    case 'paragraph':
      return `<p>${inlineHtml(childrenOf(token))}</p>`;
    default:
      return `<p>${childrenOf(token).length > 0 ? inlineHtml(childrenOf(token)) : escapeHtml(token.raw.trim())}</p>`;
  }
}

/** A tight item holds a bare text block. */
const itemHtml = (token: Token): string => {
  if (token.type === 'checkbox') return checkboxOf(token);
  return token.type === 'text' && childrenOf(token).length > 0 ? inlineHtml(childrenOf(token)) : blockHtml(token);
};

function tableHtml(table: Tokens.Table): string {
  const row = (cells: readonly Tokens.TableCell[], tag: 'th' | 'td'): string =>
    `<tr>${cells.map((cell) => `<${tag} align="left" style="padding:2px 12px 2px 0">${inlineHtml(cell.tokens)}</${tag}>`).join('')}</tr>`;
  return `<table>${row(table.header, 'th')}${table.rows.map((cells) => row(cells, 'td')).join('')}</table>`;
}

function inlineHtml(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (isLink(token)) {
        const label = inlineHtml(token.tokens);
        return SAFE_LINK.test(token.href) ? `<a href="${escapeHtml(token.href)}">${label}</a>` : label;
      }
      switch (token.type) {
        case 'strong':
          return `<strong>${inlineHtml(childrenOf(token))}</strong>`;
        case 'em':
          return `<em>${inlineHtml(childrenOf(token))}</em>`;
        case 'del':
          return `<s>${inlineHtml(childrenOf(token))}</s>`;
        case 'codespan':
          return `<code>${escapeHtml(rawText(token))}</code>`;
        case 'br':
          return '<br>';
        case 'image':
          return escapeHtml(decodeEntities(rawText(token)));
        case 'html':
          return escapeHtml(token.raw);
        default:
          return childrenOf(token).length > 0 ? inlineHtml(childrenOf(token)) : escapeHtml(wordsOf(token));
      }
    })
    .join('');
}

function blockText(token: Token): string {
  if (isList(token)) return listText(token);
  if (isTable(token)) return tableText(token);
  switch (token.type) {
    case 'space':
    case 'def':
      return '';
    case 'hr':
      return '----';
    case 'code':
      return rawText(token);
    case 'blockquote':
      return childrenOf(token).map(blockText).join('\n\n').replace(/^/gm, '| ');
    default:
      return childrenOf(token).length > 0 ? inlineText(childrenOf(token)) : token.raw.trim();
  }
}

function listText(list: Tokens.List): string {
  const first = list.start === '' ? 1 : list.start;
  return list.items
    .map((item, at) => {
      const box = item.tokens.find(({ type }) => type === 'checkbox');
      const rest = item.tokens.filter((token) => token !== box);
      const body = `${box ? checkboxOf(box) : ''}${rest.map(blockText).join('\n').trim()}`;
      return `${list.ordered ? `${first + at}.` : '-'} ${body.replaceAll('\n', '\n  ')}`;
    })
    .join('\n');
}

/** `Header: cell` a line, because a proportional font breaks drawn tables. */
function tableText(table: Tokens.Table): string {
  const headers = table.header.map((cell) => inlineText(cell.tokens));
  return table.rows.map((cells) => cells.map((cell, at) => `${headers[at] ?? ''}: ${inlineText(cell.tokens)}`).join('\n')).join('\n\n');
}

function inlineText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (isLink(token)) {
        const label = inlineText(token.tokens);
        return !SAFE_LINK.test(token.href) || label === token.href || `mailto:${label}` === token.href ? label : `${label} (${token.href})`;
      }
      if (token.type === 'br') return '\n';
      if (token.type === 'codespan') return rawText(token);
      if (token.type === 'image') return decodeEntities(rawText(token));
      return childrenOf(token).length > 0 ? inlineText(childrenOf(token)) : wordsOf(token);
    })
    .join('');
}
