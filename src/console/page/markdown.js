/** Longer text is shown as it is: no reply is that long. */
const MAX_LENGTH = 20_000;

/**
 * The Markdown that replies use, as plain data: paragraphs, lists, bold, emphasis, code and links to http(s). Anything
 * else stays the text that it is. Pure, so that it can be tested without a browser.
 */
export function parseMarkdown(text) {
  if (text.length > MAX_LENGTH) return [{ kind: 'paragraph', inline: [{ kind: 'text', text }] }];
  const blocks = [];
  let open;
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const item = itemOf(line);
    const heading = /^#{1,6} +/.exec(line);
    if (line.trim() === '') open = undefined;
    else if (item) {
      if (open?.kind !== item.kind) blocks.push((open = { kind: item.kind, items: [] }));
      open.items.push(parseInline(item.text));
    } else if (heading) {
      blocks.push({ kind: 'paragraph', inline: [{ kind: 'bold', inline: parseInline(line.slice(heading[0].length)) }] });
      open = undefined;
    } else if (open?.kind === 'paragraph') open.inline.push({ kind: 'break' }, ...parseInline(line));
    else blocks.push((open = { kind: 'paragraph', inline: parseInline(line) }));
  }
  return blocks;
}

function itemOf(line) {
  const bullet = /^ {0,3}[-*•] +/.exec(line);
  if (bullet) return { kind: 'bullets', text: line.slice(bullet[0].length) };
  const number = /^ {0,3}\d{1,3}[.)] +/.exec(line);
  return number ? { kind: 'numbers', text: line.slice(number[0].length) } : undefined;
}

/** One pass from left to right; a mark without its end is text. Depth is bounded: bold may hold emphasis, code and links. */
function parseInline(text, depth = 0) {
  const parts = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') parts.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (let index = 0; index < text.length;) {
    const found = markAt(text, index, depth);
    if (found) {
      flush();
      parts.push(found.part);
      index = found.end;
    } else {
      const escaped = text[index] === '\\' && /[!-/:-@[-`{-~]/.test(text[index + 1] ?? '');
      plain += escaped ? text[index + 1] : text[index];
      index += escaped ? 2 : 1;
    }
  }
  flush();
  return parts;
}

function markAt(text, index, depth) {
  if (text[index] === '`') return between(text, index, '`', (inner) => ({ kind: 'code', text: inner }));
  if (text.startsWith('http://', index) || text.startsWith('https://', index)) return bareLink(text, index);
  if (depth >= 3) return undefined;
  if (text.startsWith('**', index)) return between(text, index, '**', (inner) => ({ kind: 'bold', inline: parseInline(inner, depth + 1) }));
  if (text[index] === '[') return namedLink(text, index, depth);
  const isWordStart = !/\w/.test(text[index - 1] ?? '') && /\S/.test(text[index + 1] ?? '');
  if ((text[index] === '*' || text[index] === '_') && isWordStart) {
    return between(text, index, text[index], (inner) => ({ kind: 'emphasis', inline: parseInline(inner, depth + 1) }));
  }
  return undefined;
}

function between(text, index, mark, make) {
  const start = index + mark.length;
  const end = text.indexOf(mark, start);
  return end > start ? { part: make(text.slice(start, end)), end: end + mark.length } : undefined;
}

function namedLink(text, index, depth) {
  const middle = text.indexOf('](', index);
  const end = middle < 0 ? -1 : text.indexOf(')', middle);
  if (end < 0) return undefined;
  const url = safeUrl(text.slice(middle + 2, end));
  return url && { part: { kind: 'link', url, inline: parseInline(text.slice(index + 1, middle), depth + 3) }, end: end + 1 };
}

function bareLink(text, index) {
  const rest = text.slice(index);
  const length = rest.search(/[\s<>"'`\])]|$/);
  const address = rest.slice(0, length).replace(/[.,;:!?]+$/, '');
  const url = safeUrl(address);
  return url && { part: { kind: 'link', url, inline: [{ kind: 'text', text: address }] }, end: index + address.length };
}

function safeUrl(address) {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).href;
}

/** The same as elements. Every text becomes a text node. */
export function renderMarkdown(text) {
  return parseMarkdown(text).map((block) => {
    if (block.kind === 'paragraph') return withChildren('p', block.inline);
    const list = document.createElement(block.kind === 'bullets' ? 'ul' : 'ol');
    list.append(...block.items.map((item) => withChildren('li', item)));
    return list;
  });
}

const ELEMENTS = { bold: 'strong', emphasis: 'em', link: 'a', code: 'code' };

function renderInline(part) {
  if (part.kind === 'text') return document.createTextNode(part.text);
  if (part.kind === 'break') return document.createElement('br');
  const element = part.kind === 'code' ? document.createElement('code') : withChildren(ELEMENTS[part.kind], part.inline);
  if (part.kind === 'code') element.textContent = part.text;
  if (part.kind === 'link') Object.assign(element, { href: part.url, target: '_blank', rel: 'noopener noreferrer' });
  return element;
}

function withChildren(name, inline) {
  const element = document.createElement(name);
  element.append(...inline.map(renderInline));
  return element;
}
