import { sentencesOf } from '../../domain/text/sentences.ts';

/** A paragraph, or a list with the line that introduces it. */
export interface Block {
  readonly kind: 'paragraph' | 'list';
  /** For a list: the introduction, when there is one, then the items with their marks. */
  readonly sentences: readonly string[];
  readonly intro: string | undefined;
  readonly ordered: boolean;
  /** False when the text begins or ends in the middle of the list. */
  readonly whole: boolean;
}

const ITEM = /^\s*(?:(\d{1,2})[.)]|[-*•])\s+(\S.*)$/;

/** Reads the Markdown of one passage into blocks; quotes, rules, tables, pictures and headings of lower levels are not sentences. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const part of text.split(/\n{2,}/)) {
    const lines = part.split('\n').filter((line) => line.trim() !== '' && !/^\s*(?:#{1,6}\s|\||>|!\[|```|-{3,}$|\*{3,}$)/.test(line));
    if (lines.length === 0) continue;
    const first = lines.findIndex((line) => ITEM.test(line));
    if (first === -1) {
      const paragraph = plain(lines.join(' '));
      blocks.push({ kind: 'paragraph', sentences: withAnswerWord(sentencesOf(paragraph)), intro: undefined, ordered: false, whole: true });
      continue;
    }
    blocks.push(...listBlocks(lines, first, blocks.at(-1)));
    if (first === 0 && endsInColon(blocks.at(-2))) blocks.splice(-2, 1);
  }
  return blocks;
}

/** A lone "Yes." or "No." says nothing without the sentence after it. */
function withAnswerWord([first, second, ...rest]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  if (second === undefined) return [first];
  return /^(?:yes|no)[.!]$/i.test(first) ? [`${first} ${second}`, ...rest] : [first, second, ...rest];
}

function listBlocks(lines: readonly string[], first: number, before: Block | undefined): readonly Block[] {
  const lead = lines.slice(0, first).map(plain).join(' ');
  const items: string[] = [];
  const numbers: number[] = [];
  for (const line of lines.slice(first)) {
    const item = ITEM.exec(line);
    if (item) {
      if (item[1] !== undefined) numbers.push(Number(item[1]));
      items.push(`${item[1] === undefined ? '-' : `${item[1]}.`} ${plain(item[2] ?? '')}`);
    } else items.push(`${items.pop() ?? ''} ${plain(line.trim())}`);
  }
  const sentences = sentencesOf(lead);
  const inherited = lead === '' && endsInColon(before) ? before?.sentences.at(-1) : undefined;
  const intro = inherited ?? (lead.endsWith(':') ? sentences.at(-1) : undefined);
  const list: Block = {
    kind: 'list',
    sentences: items,
    intro,
    ordered: numbers.length > 0,
    whole: numbers.length === 0 || numbers[0] === 1,
  };
  const leading = lead.endsWith(':') ? sentences.slice(0, -1) : sentences;
  return leading.length > 0 ? [{ kind: 'paragraph', sentences: leading, intro: undefined, ordered: false, whole: true }, list] : [list];
}

const endsInColon = (block: Block | undefined): boolean =>
  block?.kind === 'paragraph' && block.sentences.length === 1 && (block.sentences[0] ?? '').endsWith(':');

/** Markdown's marks out, words kept: a link keeps its text. */
function plain(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)\s]*\)/g, '$1')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replace(/(^|\s)[*_](\S(?:.*?\S)?)[*_](?=[\s.,;:!?)]|$)/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}
