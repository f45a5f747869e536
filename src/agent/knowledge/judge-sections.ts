import { answerConfidence, answerRank, type Standing } from './answer-confidence.ts';
import { answerSigns, type AnswerSigns, type Candidate, type ReadQuestion } from './answer-signs.ts';

/** A section with what tells how well it answers. */
export interface JudgedSection<Section extends Candidate> {
  readonly section: Section;
  readonly signs: AnswerSigns;
  readonly rank: number;
  readonly standing: Standing;
  /** The probability that it answers the question, 0–1. */
  readonly confidence: number;
}

/** The lead of a section that has no rival, which says little: a usual one of a right answer. */
const ALONE = 1.5;

/**
 * All candidates, the likeliest answer first. `handicap`: taken off a section's rank,
 * for one that lies less near for another reason.
 */
export function judgeSections<Section extends Candidate>(
  question: ReadQuestion,
  candidates: readonly Section[],
  handicap: (section: Section) => number = () => 0,
): readonly JudgedSection<Section>[] {
  const signs = answerSigns(question, candidates);
  const ranked = candidates
    .flatMap((section, at) => {
      const own = signs[at];
      return own === undefined ? [] : [{ section, signs: own, rank: answerRank(own) - handicap(section) }];
    })
    .sort((a, b) => b.rank - a.rank);
  const highest = ranked[0]?.rank ?? 0;
  const odds = (rank: number): number => Math.exp(rank - highest);
  const all = ranked.reduce((sum, { rank }) => sum + odds(rank), 0);
  const ofArticle = new Map<string, number>();
  for (const { section, rank } of ranked) ofArticle.set(section.article, (ofArticle.get(section.article) ?? 0) + odds(rank));
  const [first] = ranked;
  const rival = ranked.find(({ section }) => section.article !== first?.section.article);
  return ranked.map(({ section, signs: own, rank }) => {
    const other = section.article === first?.section.article ? rival : first;
    const standing = { lead: other ? rank - other.rank : ALONE, share: (ofArticle.get(section.article) ?? 0) / Math.max(all, 1e-9) };
    return { section, signs: own, rank, standing, confidence: answerConfidence(own, standing) };
  });
}
