import type { BodyLine } from './body-line.ts';
import { separatorKind } from './quote-patterns.ts';
import { decodeEntities } from './html-entities.ts';

/*
 * HTML → lines, in one pass without building a tree: libraries are super-linear on hostile mail and return empty text
 * for 20,000 nested elements. What a reader cannot see (scripts, styles, hidden elements) is left out.
 */

/** Open elements that are remembered; deeper ones keep the mark of their parent. */
const DEEPEST = 256;

const UNSEEN = new Set(['style', 'script', 'head', 'title', 'noscript', 'template', 'object', 'svg', 'xml', 'select', 'textarea']);
const BREAKS = new Set(
  'p div br tr li ul ol table blockquote h1 h2 h3 h4 h5 h6 hr pre section article header footer address center form fieldset dl dt dd body'.split(
    ' ',
  ),
);
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote']);
const VOID = new Set('br hr img input meta link base area col embed source wbr'.split(' '));

/** `reply` holds one program's whole quote: attribution, then blocks, between which the writer may have answered. */
type Region = 'words' | 'reply' | 'cite' | 'blockquote' | 'formatted' | 'signature' | 'unseen';
interface OpenElement {
  readonly tag: string;
  readonly region: Region;
}
interface RawLine {
  readonly text: string;
  readonly region: Region;
  /** Which quote container it stands in; 0 for none. */
  readonly container: number;
}

const REPLY_CLASSES =
  /(?:^|\s)(?:gmail_quote(?:_container)?|yahoo_quoted|ymail_android_signature_quote|protonmail_quote|tutanota_quote|zmail_extra|moz-forward-container|gmail_extra_quote|mailru-blockquote|ms-outlook-mobile-reference-message)(?=\s|$)/i;
const REPLY_IDS = /^(?:x_)*(?:OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|isForwardContent|isReplyContent|reply-intro)$/i;
/** Outlook puts these in front of what it quotes, and the quote beside them instead of inside. */
const QUOTES_REST_IDS = /^(?:x_)*(?:divRplyFwdMsg|appendonsend)$/i;
const SIGNATURE_CLASSES =
  /(?:^|\s)(?:gmail_signature(?:_prefix)?|moz-signature|protonmail_signature_block(?:-user)?|zmail_signature|ms-outlook-mobile-signature|apple-mail-signature)(?=\s|$)/i;
const SIGNATURE_IDS =
  /^(?:x_)*(?:Signature|AppleMailSignature|ms-outlook-mobile-signature|ymail_android_signature|lineBreakAtBeginningOfSignature)$/i;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)|mso-hide\s*:\s*all/i;

/** The lines of an HTML body with what its mark-up says about each. */
export function htmlLines(html: string): BodyLine[] {
  return settle(readLines(html));
}

function readLines(html: string): RawLine[] {
  const lines: RawLine[] = [];
  const open: OpenElement[] = [];
  let region: Region = 'words';
  let container = 0;
  let containers = 0;
  let depthOfContainer = -1;
  let buffer = '';
  let preformatted = 0;
  let quotedFrom = Infinity;

  const flush = (): void => {
    for (const text of buffer.split('\n')) {
      const line = preformatted > 0 ? text : text.replace(/[ \t\u00a0]+/g, ' ').trim();
      if (line !== '' || lines.at(-1)?.text !== '') lines.push({ text: line, region, container });
    }
    buffer = '';
  };
  const breakLine = (): void => {
    if (buffer.trim() !== '') flush();
    else buffer = '';
  };
  const restore = (): void => {
    region = open.at(-1)?.region ?? 'words';
    if (open.length <= depthOfContainer) {
      container = 0;
      depthOfContainer = -1;
    }
  };

  for (const token of tokens(html)) {
    if (token.kind === 'text') {
      if (region !== 'unseen') buffer += preformatted > 0 ? decodeEntities(token.text) : decodeEntities(token.text).replace(/\s+/g, ' ');
      continue;
    }
    const { tag } = token;
    if (token.kind === 'close') {
      const at = lastOpen(open, tag);
      if (BREAKS.has(tag)) breakLine();
      if (at !== -1) {
        open.length = at;
        restore();
      }
      if (tag === 'pre') preformatted = Math.max(0, preformatted - 1);
      if (PARAGRAPHS.has(tag) && region !== 'unseen' && lines.at(-1)?.text !== '') lines.push({ text: '', region, container });
      continue;
    }
    if (tag === 'br') {
      if (region !== 'unseen') flush();
      continue;
    }
    if (BREAKS.has(tag)) breakLine();
    if (tag === 'td' || tag === 'th') buffer += ' ';
    if (VOID.has(tag)) continue;
    if (quotedFrom === Infinity && QUOTES_REST_IDS.test(attributeOf(token.attributes, 'id'))) {
      breakLine();
      if (lines.some((line) => line.region === 'words' && line.text !== '')) quotedFrom = lines.length;
    }
    const next = regionOf(tag, token.attributes, region);
    if (next !== region && region !== 'unseen') breakLine();
    if (next === 'reply' && container === 0) {
      containers += 1;
      container = containers;
      depthOfContainer = open.length;
    }
    if (tag === 'pre') preformatted += 1;
    if (open.length < DEEPEST) open.push({ tag, region: next });
    region = open.length < DEEPEST ? next : region;
  }
  flush();
  return lines.map((line, at) => (at >= quotedFrom && line.region !== 'signature' ? { ...line, region: 'cite' } : line));
}

function lastOpen(open: readonly OpenElement[], tag: string): number {
  for (let at = open.length - 1; at >= 0; at -= 1) if (open[at]?.tag === tag) return at;
  return -1;
}

function regionOf(tag: string, attributes: string, parent: Region): Region {
  if (parent === 'unseen' || UNSEEN.has(tag)) return 'unseen';
  const style = attributeOf(attributes, 'style');
  if (HIDDEN.test(style) || (attributes !== '' && /\shidden(?:\s|=|$)/i.test(attributes))) return 'unseen';
  if (parent === 'cite' || parent === 'signature') return parent;
  const [className, id] = [attributeOf(attributes, 'class'), attributeOf(attributes, 'id')];
  if (tag === 'blockquote') {
    if (parent === 'reply' || attributeOf(attributes, 'type').toLowerCase() === 'cite') return 'cite';
    // Gmail's toolbar makes such blocks too: without an attribution above, it is the writer's own formatting.
    return REPLY_CLASSES.test(className) ? 'formatted' : 'blockquote';
  }
  if (SIGNATURE_CLASSES.test(className) || SIGNATURE_IDS.test(id)) return 'signature';
  if (REPLY_CLASSES.test(className) || REPLY_IDS.test(id)) return 'reply';
  return parent;
}

const attribute = (name: string): RegExp => new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
const ATTRIBUTES = { style: attribute('style'), class: attribute('class'), id: attribute('id'), type: attribute('type') };

/** Attributes are searched as text; at most the first 2,000 characters of a tag are kept. */
function attributeOf(attributes: string, name: keyof typeof ATTRIBUTES): string {
  if (attributes === '') return '';
  const match = ATTRIBUTES[name].exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}

/** Inside one program's quote, text between quoted blocks is an answer, unless the whole of it is a forward. */
function settle(lines: readonly RawLine[]): BodyLine[] {
  const cited = new Map<number, number>();
  const forwards = new Set<number>();
  for (const [at, { region, container, text }] of lines.entries()) {
    if (container === 0) continue;
    if (region === 'cite' && !cited.has(container)) cited.set(container, at);
    if (separatorKind(text) !== undefined) forwards.add(container);
  }
  return lines.map(({ text, region, container }, at): BodyLine => {
    if (region === 'signature' || region === 'blockquote') return { text, mark: region };
    if (region === 'words') return { text, mark: 'words' };
    if (region === 'formatted') {
      const opening = startOfRun(lines, at);
      return { text, mark: /[:：]\s*$/u.test(lines[opening]?.text ?? '') ? 'quote' : 'words' };
    }
    const firstCited = cited.get(container);
    const answersBetween = region === 'reply' && firstCited !== undefined && at > firstCited && !forwards.has(container);
    return { text, mark: answersBetween ? 'words' : 'quote' };
  });
}

/** Index of the last filled line above the formatted block that `at` stands in, or -1. */
function startOfRun(lines: readonly RawLine[], at: number): number {
  let above = at;
  while (above >= 0 && (lines[above]?.region === 'formatted' || lines[above]?.text === '')) above -= 1;
  return above;
}

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly tag: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly tag: string };

const TAG = /^(\/?)([a-zA-Z][a-zA-Z0-9:]*)/;

/** Tags and the text between them, each character looked at a bounded number of times. */
function* tokens(html: string): Generator<Token> {
  let textFrom = 0;
  let at = 0;
  let commentsEnd = true;
  while (at < html.length) {
    const tagAt = html.indexOf('<', at);
    if (tagAt === -1) break;
    if (!/[a-zA-Z/!?]/.test(html[tagAt + 1] ?? '')) {
      at = tagAt + 1;
      continue;
    }
    if (tagAt > textFrom) yield { kind: 'text', text: html.slice(textFrom, tagAt) };
    if (commentsEnd && html.startsWith('<!--', tagAt)) {
      const end = html.indexOf('-->', tagAt + 4);
      commentsEnd = end !== -1;
      at = commentsEnd ? end + 3 : tagAt + 4;
    } else {
      const end = tagEnd(html, tagAt + 1);
      const tag = tagToken(html.slice(tagAt + 1, Math.min(end, tagAt + 2000)));
      if (tag !== undefined) yield tag;
      at = end + 1;
    }
    textFrom = at;
  }
  if (textFrom < html.length) yield { kind: 'text', text: html.slice(textFrom) };
}

function tagToken(inside: string): Token | undefined {
  const match = TAG.exec(inside);
  const tag = match?.[2]?.toLowerCase();
  if (match === null || tag === undefined) return undefined;
  if (match[1] === '/') return { kind: 'close', tag };
  return { kind: 'open', tag, attributes: inside.slice(match[0].length) };
}

/** A tag ends at `>` outside quotes; an unclosed quote ends it at the first `>` within 20,000 characters. */
function tagEnd(html: string, from: number): number {
  const limit = Math.min(html.length, from + 20_000);
  let quote = '';
  for (let at = from; at < limit; at += 1) {
    const character = html[at];
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    else if ((character === '"' || character === "'") && /[=\s]/.test(html[at - 1] ?? '')) quote = character;
  }
  const fallback = html.slice(from, limit).indexOf('>');
  return fallback === -1 ? limit - 1 : from + fallback;
}
