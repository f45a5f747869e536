import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadConversations } from './support/conversations/conversation-file.ts';
import { failuresText, figuresOf, figuresTable } from './support/conversations/figures.ts';
import type { SuiteFigures } from './support/conversations/figures.ts';
import type { Verdict } from './support/conversations/judge.ts';
import { runSuite } from './support/conversations/run-suite.ts';

const suite = loadConversations(join(import.meta.dirname, 'conversations'));
/** Some thirty processes, two at a time, on a machine that does other things as well. */
const SUITE_TIMEOUT_MS = 240_000;

describe('the conversations that a support team wrote down', () => {
  let verdicts: readonly Verdict[];
  let figures: SuiteFigures;

  beforeAll(async () => {
    verdicts = await runSuite(suite);
    figures = figuresOf(verdicts);
    process.stderr.write(`${figuresTable(figures)}\n${failuresText(verdicts)}\n`);
  }, SUITE_TIMEOUT_MS);

  it('cover every promised scenario in at least five paraphrases', () => {
    const shown = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((scenario) => suite.cases.filter(({ shows }) => shows === scenario).length);
    expect(Math.min(...shown)).toBeGreaterThanOrEqual(5);
    expect(suite.cases.length).toBeGreaterThanOrEqual(120);
  });

  it('are all played to their end', () => {
    const broken = verdicts.flatMap(({ one, problems }) =>
      problems.filter((problem) => problem.startsWith('cannot be played')).map((why) => `${one.name}: ${why}`),
    );
    expect(broken).toEqual([]);
  });

  it('are resolved, confirmed or verified, in at least 60 of 100 cases', () => {
    expect(figures.resolved.share).toBeGreaterThanOrEqual(0.6);
  });

  it('reach a human, approvals included, in at most 35 of 100 cases', () => {
    expect(figures.escalated.share).toBeLessThanOrEqual(0.35);
  });

  it('are falsely resolved in at most 5 of 100 cases', () => {
    expect(figures.falselyResolved.share).toBeLessThanOrEqual(0.05);
  });

  it('always reach a human where one has to see it', () => {
    expect(figures.missedHumans).toEqual([]);
  });

  it('bring at least 60 of 100 complaints to a human', () => {
    expect(figures.complaintsToHuman.share).toBeGreaterThanOrEqual(0.6);
  });

  it('bring at least 80 of 100 other requests to a human', () => {
    expect(figures.otherToHuman.share).toBeGreaterThanOrEqual(0.8);
  });

  it('leave the shop as the team would have left it', () => {
    const changed = verdicts.flatMap(({ one, problems }) =>
      problems.filter((problem) => /^(?:the shop|paid twice)/.test(problem)).map((what) => `${one.name}: ${what}`),
    );
    expect(changed).toEqual([]);
  });

  it('show in every step what the team expects, in at least 95 of 100 cases', () => {
    expect(figures.asExpected.share).toBeGreaterThanOrEqual(0.95);
  });
});
