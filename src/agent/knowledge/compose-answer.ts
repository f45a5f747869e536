import type { Passage } from '../../domain/classification.ts';
import { stemsOf } from '../../domain/text/words.ts';
import { SURE_ENOUGH } from './answer-confidence.ts';
import { hasAnswer, matchTerm, readQuestion, type Question } from './question.ts';
import { blocksOf, type Block } from './text-blocks.ts';

export interface ComposedAnswer {
  /** Whole sentences of the articles, one paragraph a source; a list keeps its lines. */
  readonly text: string;
  /** `[title](url)`, or the title alone for an article without an address; in the order of use. */
  readonly citations: readonly string[];
}

/** More than this is not read in a chat. A list counts as one. */
const MAX_SENTENCES = 4;
const MAX_LIST_ITEMS = 10;
/** Share of the question's terms that a block with its title must hold before it may answer. */
const MIN_COVERAGE = 0.5;
/** A heading that holds this share of the terms asks what the customer asks: what follows it is the answer, from its first word. */
const HEADING_ASKS = 0.7;
/** A second source must be nearly as good, and say something new. */
const SECOND_SOURCE = 0.75;
const SAME_SENTENCE = 0.7;

/** Sentences that limit the one before: leaving them out would change what was promised. */
const QUALIFIES =
  /^(?:except|unless|however|but|only|exceptions?|otherwise|note|please note|if|for (?:final|gift|canad|express|damaged|order)|(?:the )?only exception|this (?:does|excludes|only|applies|includes|also)|they|it|these|those|that|gift cards|final.sale)\b/i;
/** Sentences that lean on the one before and say nothing alone. */
const LEANS =
  /^(?:it|its|or|and|so|they|their|them|this|that|these|those|then|otherwise|however|but|also|in (?:that|this|both|either) cases?|after (?:that|this)|once (?:that|this|it)|both|either|if (?:so|not)|if (?:it|they)|for example)\b/i;

/** Only such a question is answered by "Yes." or "No.". */
const YES_NO = /^(?:(?:so|and|but|also|or)\s+)?(?:can|could|do|does|did|is|are|am|will|would|should|may|has|have|was)\b/i;
/** An exception is no answer before its rule. */
const EXCEPTS = /\b(?:not|cannot|only|except|unless|no)\b/i;

interface Candidate {
  readonly passage: Passage;
  readonly block: Block;
  /** The best sentence's place in the block. */
  readonly at: number;
  /** The block opens its section. */
  readonly first: boolean;
  readonly score: number;
}

/**
 * The one to four sentences, or the steps, that answer the question, taken whole from the passages with the exceptions
 * that follow them. Undefined when no passage surely answers it. Internal articles are never quoted.
 */
export function composeAnswer(questionText: string, passages: readonly Passage[]): ComposedAnswer | undefined {
  const shown = passages.filter(({ audience }) => audience === 'public');
  const readable = shown.filter(({ confidence }) => confidence === undefined || confidence >= SURE_ENOUGH);
  // The likeliest passage is not sure to answer it, so what shares a few words with the question is less so.
  if (readable.length < shown.length && readable.every(({ confidence }) => confidence === undefined)) return undefined;
  return fromJudged(readable) ?? fromWords(questionText, readable);
}

/** For each question of the message the opening of the passage that answers it best. */
function fromJudged(passages: readonly Passage[]): ComposedAnswer | undefined {
  const answering = new Map<string, Passage>();
  for (const passage of passages) {
    const { question, confidence } = passage;
    if (question !== undefined && confidence !== undefined && !answering.has(question)) answering.set(question, passage);
  }
  const parts = [...answering]
    .map(([question, passage]) => ({ passage, lines: opening(question, passage, answering.size) }))
    .filter(({ lines }) => lines.length > 0);
  return parts.length === 0 ? undefined : answerOf(parts);
}

/** The first paragraph or the whole list a passage begins with; less of each when several are put together. */
function opening(question: string, passage: Passage, together: number): readonly string[] {
  const [block] = blocksOf(passage.text);
  if (!block?.whole) return [];
  if (block.kind === 'list') return block.intro === undefined ? block.sentences : [block.intro, ...block.sentences];
  const [first = '', ...others] = block.sentences.slice(0, together === 1 ? MAX_SENTENCES : MAX_SENTENCES - 1);
  return [YES_NO.test(question.trim()) ? first : first.replace(/^(?:yes|no)\. (?=\S)/i, ''), ...others];
}

/** The sentences that have most of the question's words. */
function fromWords(questionText: string, readable: readonly Passage[]): ComposedAnswer | undefined {
  const question = readQuestion(questionText);
  const candidates = readable
    .flatMap((passage) => blocksOf(passage.text).flatMap((block, place) => bestOf(question, passage, block, place === 0) ?? []))
    .sort((a, b) => b.score - a.score);
  const best = candidates[0];
  if (!best) return undefined;

  const parts = [{ passage: best.passage, lines: quote(question, best) }];
  const second = candidates.find((other) => other.passage.article !== best.passage.article && adds(question, best, other));
  const room = MAX_SENTENCES - (best.block.kind === 'list' ? MAX_SENTENCES : (parts[0]?.lines.length ?? 0));
  if (second && second.block.kind === 'paragraph' && room > 0) {
    const known = parts.flatMap(({ lines }) => lines);
    const fresh = quote(question, second).filter((line) => !known.some((other) => similarity(line, other) > SAME_SENTENCE));
    if (fresh.length > 0 && fresh.length <= room) parts.push({ passage: second.passage, lines: fresh });
  }
  return answerOf(parts);
}

function answerOf(parts: readonly { readonly passage: Passage; readonly lines: readonly string[] }[]): ComposedAnswer {
  return {
    text: parts.map(({ lines }) => lines.join(lines.some((line) => /^(?:-|\d+\.) /.test(line)) ? '\n' : ' ')).join('\n\n'),
    citations: [...new Set(parts.map(({ passage }) => citation(passage)))],
  };
}

/** How an answer names its source. */
export function citation({ title, url }: Passage): string {
  return url === undefined ? title : `[${title}](${url})`;
}

/** The sentence of a block that answers best, or undefined when the block with its headings is about something else. */
function bestOf(question: Question, passage: Passage, block: Block, first: boolean): Candidate | undefined {
  const context = new Set(stemsOf(`${passage.title} ${passage.heading} ${block.intro ?? ''}`));
  const inBlock = new Set([...context, ...block.sentences.flatMap(stemsOf)]);
  if (coverage(question, inBlock) < MIN_COVERAGE || !block.whole) return undefined;
  if (block.kind === 'list' && block.sentences.length > MAX_LIST_ITEMS) return undefined;
  const scores = block.sentences.map((sentence, at) => scoreSentence(question, sentence, context, at));
  const score = Math.max(...scores);
  const steps = block.kind === 'list' && block.ordered && question.wants === 'steps' ? 0.3 : 0;
  const whole = 0.4 * coverage(question, inBlock);
  const asked = first ? 0.5 * coverage(question, new Set(stemsOf(headingOf(passage)))) : 0;
  return { passage, block, at: scores.indexOf(score), first, score: passage.score * (score + whole + steps + asked) };
}

const headingOf = ({ title, heading }: Passage): string => heading.split(' > ').at(-1) || title;

function scoreSentence(question: Question, sentence: string, context: ReadonlySet<string>, at: number): number {
  const stems = new Set(stemsOf(sentence));
  const own = coverage(question, stems);
  const withContext = coverage(question, new Set([...stems, ...context]));
  const answers = question.wants !== 'any' && hasAnswer(question.wants, sentence) ? 0.35 : 0;
  const asks = sentence.endsWith('?') || sentence.endsWith(':') ? -0.5 : 0;
  return own + 0.5 * withContext + answers + asks + (at === 0 ? 0.1 : 0);
}

function coverage(question: Question, stems: ReadonlySet<string>): number {
  const total = question.terms.reduce((sum, { times }) => sum + times, 0);
  return question.terms.reduce((sum, term) => sum + matchTerm(term, stems) * term.times, 0) / Math.max(1, total);
}

function quote(question: Question, { passage, block, at, first }: Candidate): readonly string[] {
  if (block.kind === 'list') return block.intro === undefined ? block.sentences : [block.intro, ...block.sentences];
  if (first && coverage(question, new Set(stemsOf(headingOf(passage)))) >= HEADING_ASKS) return block.sentences.slice(0, MAX_SENTENCES);
  let from = at;
  while (from > 0 && (LEANS.test(block.sentences[from] ?? '') || EXCEPTS.test(block.sentences[from] ?? ''))) from--;
  let to = at + 1;
  while (to < block.sentences.length && to - from < MAX_SENTENCES && belongs(question, block.sentences[to] ?? '')) to++;
  return block.sentences.slice(from, to).filter((sentence) => !sentence.endsWith(':'));
}

/** A following sentence stays when it limits the answer or speaks of what was asked. */
function belongs(question: Question, sentence: string): boolean {
  if (['duration', 'amount'].includes(question.wants) && hasAnswer(question.wants, sentence)) return true;
  return QUALIFIES.test(sentence) || coverage(question, new Set(stemsOf(sentence))) >= 0.34;
}

function adds(question: Question, best: Candidate, other: Candidate): boolean {
  if (other.score < best.score * SECOND_SOURCE) return false;
  const known = new Set(best.block.sentences.flatMap(stemsOf));
  return question.terms.some(
    (term) => matchTerm(term, known) === 0 && matchTerm(term, new Set(other.block.sentences.flatMap(stemsOf))) > 0,
  );
}

/** Shared stems over all stems, 0–1. */
function similarity(a: string, b: string): number {
  const [left, right] = [new Set(stemsOf(a)), new Set(stemsOf(b))];
  const shared = [...left].filter((stem) => right.has(stem)).length;
  return shared / Math.max(1, left.size + right.size - shared);
}
