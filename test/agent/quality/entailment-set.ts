import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkReply } from '../../../src/agent/quality/quality-check.ts';
import { passage } from '../../support/passages.ts';

/** One claim, the passage that a reply with it would cite, and what is wrong with it. */
export interface LabelledClaim {
  readonly passage: string;
  readonly title: string;
  /** `true`, or how the claim contradicts its passage. */
  readonly label: string;
  readonly claim: string;
}

/** Two halves that share no passage: tuning looks at `development` alone. */
export interface EntailmentSet {
  readonly development: readonly LabelledClaim[];
  readonly heldBack: readonly LabelledClaim[];
}

const table = z.array(z.object({ passage: z.string(), title: z.string(), claims: z.array(z.tuple([z.string(), z.string()])) }));

export const ENTAILMENT_FILE = new URL('fixtures/entailment.yaml', import.meta.url);
/** Written later and blind: measured as a whole, and no rule is ever made from it. */
export const BLIND_FILE = new URL('fixtures/entailment-blind.yaml', import.meta.url);

/**
 * What weights are fitted on and rules are made from, with what a claim of each counts for: the last and largest holds most
 * wordings, the claims about the shop's own articles are many alike.
 */
export const DEVELOPMENT_FILES: readonly {
  readonly name: string;
  readonly file: URL;
  readonly halves: 'first' | 'both';
  readonly weight: number;
}[] = [
  { name: 'frozen set, first half', file: ENTAILMENT_FILE, halves: 'first', weight: 1 },
  { name: 'the shop’s articles', file: new URL('fixtures/claims.yaml', import.meta.url), halves: 'both', weight: 0.5 },
  { name: 'free rewordings', file: new URL('fixtures/entailment-more.yaml', import.meta.url), halves: 'both', weight: 1 },
  { name: 'many trades', file: new URL('fixtures/entailment-free.yaml', import.meta.url), halves: 'both', weight: 1.5 },
];

/** Passages at odd places of the file are for development, the others are held back. */
export function readEntailmentSet(file: URL | string = ENTAILMENT_FILE): EntailmentSet {
  const rows = table
    .parse(parse(readFileSync(file, 'utf8')))
    .map(({ passage: text, title, claims }) => claims.map(([label, claim]) => ({ passage: text, title, label, claim })));
  return {
    development: rows.filter((_, place) => place % 2 === 0).flat(),
    heldBack: rows.filter((_, place) => place % 2 === 1).flat(),
  };
}

/** The rule that stops a reply of this one claim, or undefined when it is sent as it is. */
export function stoppedBy({ passage: text, title, claim }: LabelledClaim): string | undefined {
  const verdict = checkReply(
    { text: claim, citations: [] },
    {
      passages: [{ ...passage({ article: title, title, text }), score: 1 }],
      facts: [],
      customerWords: [],
      audience: 'private',
      ownEmails: [],
      allowedHosts: [],
      previousReplies: [],
      apologiesSoFar: 0,
      onceMore: 'Here it is once more:',
    },
  );
  return verdict.kind === 'ok' ? undefined : verdict.kind === 'blocked' ? verdict.rule : verdict.rules.join(' ');
}
