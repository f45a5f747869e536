import { isNear } from '../../domain/text/near.ts';
import { sentencesOf } from '../../domain/text/sentences.ts';
import type { LanguageWords } from '../../domain/text/language-words.ts';
import type { Passage } from '../../domain/classification.ts';
import type { KnowledgeFilter, KnowledgeIndex } from '../../store/knowledge/knowledge-index.ts';

/** How many passages are compared, and how many are counted to tell a rare word from a common one. */
const CANDIDATES = 24;
const COUNTED = 64;
/** A likely slip of the keyboard. */
const NEAR = 0.8;
/** A word that the phrasing lacks and the passage has. */
const IN_PASSAGE = 0.85;
/** What the customer said and the phrasing lacks tells more against it than the other way round. */
const QUESTION_POWER = 0.8;
const PHRASE_POWER = 0.4;
/** What a word like `when` counts against a subject. */
const QUESTION_WORD = 0.5;
/** The intent may be read wrongly; what is asked in so many words is answered from another category too. */
const OTHER_CATEGORY = 0.97;
/**
 * The next article must be so much less likely. Asked each phrasing of the shipped articles that its article was not told,
 * 2.9 % of the answers come from a wrong article with it, 6.3 % without (bench/language-answers.ts).
 */
const CLEAR_LEAD = 0.15;
/** Just below what is quoted (answer-confidence.ts), so that the article is still offered. */
const UNSURE = 0.59;
/** Weights of a logistic model of three signs, fitted on English questions and proved on the shipped translations. */
const CONFIDENCE = { constant: -2.19, likeness: 2.46, lead: 1.49, coverage: 1.7 } as const;
/** Order and ticket numbers and addresses lead to records, not to articles. */
const IDENTIFIERS = /\bLF[-\s]?\d{5}\b|#?\b\d{5,}\b|\bT-\d{3,}\b|\b[\w.+-]+@[\w-]+\.[\w.]+\b/gi;

/** Stems with how much each tells. */
type Weighed = ReadonlyMap<string, number>;

/**
 * The best passages for a question in a language of which only stems and stop words are known: each is judged by how
 * nearly one of its phrasings, its heading or its title asks the same. All have a confidence; scores are 0–1 and fall.
 */
export async function rankInLanguage(
  index: KnowledgeIndex,
  words: LanguageWords,
  text: string,
  filter: KnowledgeFilter,
  limit: number,
): Promise<readonly Passage[]> {
  const asked = askedIn(text.replace(IDENTIFIERS, ' '));
  const { categories, ...everywhere } = filter;
  const question = await weigh(asked, words, index, everywhere);
  if (question.size === 0) return [];
  const found = await index.search(asked, everywhere, Math.max(CANDIDATES, limit));
  const judged = found
    .map((passage) => ({ passage, likeness: likeness(question, passage, words) * (isAmong(categories, passage) ? 1 : OTHER_CATEGORY) }))
    .sort((a, b) => b.likeness - a.likeness);
  return judged.slice(0, limit).map(({ passage, likeness: own }) => {
    const rival = judged.find((other) => other.passage.article !== passage.article)?.likeness ?? 0;
    const coverage = shareOf(question, new Set(words.stemsOf(passage.text)));
    const lead = own - rival;
    const odds = CONFIDENCE.constant + CONFIDENCE.likeness * own + CONFIDENCE.lead * lead + CONFIDENCE.coverage * coverage;
    const confidence = 1 / (1 + Math.exp(-odds));
    return { ...passage, score: own, question: asked, confidence: lead < CLEAR_LEAD ? Math.min(confidence, UNSURE) : confidence };
  });
}

const isAmong = (categories: readonly string[] | undefined, { category }: Passage): boolean => categories?.includes(category) ?? true;

/** The sentences that ask; a message that asks nothing is taken whole. */
function askedIn(text: string): string {
  const asking = sentencesOf(text).filter((sentence) => /\?["”»\s]*$/.test(sentence));
  return (asking.length > 0 ? asking : [text]).join(' ');
}

/** The words of a text that tell what it asks, by stem. */
function tellingWords(text: string, words: LanguageWords): ReadonlyMap<string, string> {
  const telling = words.wordsOf(text).filter((word) => !words.isStopWord(word) || words.isQuestionWord(word));
  return new Map(telling.map((word) => [words.stemOf(word), word]));
}

async function weigh(text: string, words: LanguageWords, index: KnowledgeIndex, filter: KnowledgeFilter): Promise<Weighed> {
  const { chunks } = index.size(words.language);
  const said = [...tellingWords(text, words)];
  if (said.every(([, word]) => words.isQuestionWord(word))) return new Map();
  const counts = await Promise.all(said.map(([, word]) => index.countWith(word, filter, COUNTED)));
  const weights = counts.map((known) => Math.log(1 + chunks / Math.max(1, known)));
  const usual = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return new Map(said.map(([stem, word], at) => [stem, words.isQuestionWord(word) ? QUESTION_WORD * usual : (weights[at] ?? usual)]));
}

function likeness(question: Weighed, { asked = [], title, heading, text }: Passage, words: LanguageWords): number {
  const inPassage = new Set(words.stemsOf(`${title} ${heading} ${text}`));
  const usual = [...question.values()].reduce((sum, weight) => sum + weight, 0) / question.size;
  let best = 0;
  for (const phrasing of [...asked, heading.split(' > ').at(-1) || title, title]) {
    const phrase = new Map(
      [...tellingWords(phrasing, words)].map(([stem, word]) => [
        stem,
        question.get(stem) ?? usual * (words.isQuestionWord(word) ? QUESTION_WORD : 1),
      ]),
    );
    if (phrase.size === 0) continue;
    const ofQuestion = shareOf(question, phrase, inPassage);
    const ofPhrase = shareOf(phrase, question);
    best = Math.max(best, ofQuestion ** QUESTION_POWER * ofPhrase ** PHRASE_POWER);
  }
  return best;
}

/** How much of `stems` by weight stands in `others`; what stands only `beside` them counts a little less. */
function shareOf(stems: Weighed, others: ReadonlySet<string> | Weighed, beside: ReadonlySet<string> = new Set()): number {
  let total = 0;
  let shared = 0;
  for (const [stem, weight] of stems) {
    total += weight;
    shared += weight * Math.max(match(stem, others), beside.has(stem) ? IN_PASSAGE : 0);
  }
  return total === 0 ? 0 : shared / total;
}

function match(stem: string, others: ReadonlySet<string> | Weighed): number {
  if (others.has(stem)) return 1;
  if (stem.length < 5) return 0;
  for (const other of others.keys()) if (Math.abs(other.length - stem.length) <= 2 && isNear(other, stem)) return NEAR;
  return 0;
}
