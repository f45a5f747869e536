import type { Passage } from '../../domain/classification.ts';
import type { Conversation, Turn } from '../../domain/conversation.ts';
import type { Veil } from './veil.ts';

/** Messages that are sent word by word; of older turns only what was looked up or done is told. */
const LATEST_MESSAGES = 10;
const LONGEST_LINE = 1_500;
const LONGEST_ARTICLE = 1_200;

/** Who may read along in what is sent. `actions`: a context in which tools are chosen holds no text from articles. */
export type ContextKind = 'words' | 'actions';

interface Line {
  readonly tag: 'customer' | 'agent' | 'colleague' | 'result';
  readonly text: string;
}

/** What was said and found out before this turn, oldest first, every line marked as data. */
export function historyText({ turns }: Pick<Conversation, 'turns'>, kind: ContextKind, veil: Veil): string {
  const lines = turns.map((turn) => linesOf(turn, kind));
  let messages = 0;
  let firstWhole = lines.length;
  while (firstWhole > 0) {
    messages += (lines[firstWhole - 1] ?? []).filter(({ tag }) => tag !== 'result').length;
    if (messages > LATEST_MESSAGES) break;
    firstWhole -= 1;
  }
  const told = lines.flatMap((row, at) => (at < firstWhole ? row.filter(({ tag }) => tag === 'result') : row));
  return told.map(({ tag, text }) => dataBlock(tag, veil.hide(text))).join('\n');
}

function linesOf({ inbound, said, actions, decision }: Turn, kind: ContextKind): readonly Line[] {
  const cites = 'citations' in decision && decision.citations.length > 0;
  return [
    ...inbound.map(({ text }): Line => ({ tag: 'customer', text })),
    ...actions.map(({ tool, status, summary }): Line => ({ tag: 'result', text: `${tool}: ${status}, ${summary}` })),
    ...said.map(({ by, text }): Line => ({
      tag: by === 'agent' ? 'agent' : 'colleague',
      // What was quoted may carry what somebody hid in an article.
      text: kind === 'actions' && cites && by === 'agent' ? '(answered from articles)' : text,
    })),
  ];
}

/** Found articles with the ids that an answer names them by. */
export function articlesText(passages: readonly Passage[]): string {
  return passages
    .map(({ title, heading, text }, at) => dataBlock(`article`, `${title} › ${heading}\n${text}`, `id="A${at + 1}"`, LONGEST_ARTICLE))
    .join('\n');
}

/** One piece of data. Angle brackets in it become others, so that it cannot end its own block. */
export function dataBlock(tag: string, text: string, attributes = '', longest = LONGEST_LINE): string {
  const plain = text.slice(0, longest).replaceAll('<', '‹').replaceAll('>', '›');
  return `<${tag}${attributes === '' ? '' : ` ${attributes}`}>${plain}</${tag}>`;
}
