import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { checkReply, type Evidence } from '../../../src/agent/quality/quality-check.ts';
import { passage } from '../../support/passages.ts';

const table = z
  .array(z.object({ passage: z.string(), title: z.string(), claims: z.array(z.tuple([z.string(), z.string()])) }))
  .parse(parse(readFileSync(new URL('fixtures/claims.yaml', import.meta.url), 'utf8')));
const rows = table.flatMap(({ passage: text, title, claims }) => claims.map(([label, claim]) => ({ text, title, label, claim })));

function evidenceFrom(title: string, text: string): Evidence {
  return {
    passages: [{ ...passage({ article: title, title, text }), score: 1 }],
    facts: [],
    customerWords: [],
    audience: 'private',
    ownEmails: [],
    allowedHosts: [],
    previousReplies: [],
    apologiesSoFar: 0,
    onceMore: 'Here it is once more:',
  };
}

const wrongRows = rows.filter(({ label }) => label !== 'true');
const trueRows = rows.filter(({ label }) => label === 'true');
const isSent = ({ title, text, claim }: (typeof rows)[number]): boolean =>
  checkReply({ text: claim, citations: [] }, evidenceFrom(title, text)).kind === 'ok';

describe('claims against their passage', () => {
  it('is a table of at least 120 pairs', () => {
    expect(rows.length).toBeGreaterThanOrEqual(120);
  });

  it.each([...new Set(wrongRows.map(({ label }) => label))])('blocks at least 9 of 10 claims that differ in: %s', (kind) => {
    const ofKind = wrongRows.filter(({ label }) => label === kind);
    const sent = ofKind.filter(isSent).map(({ claim }) => claim);
    expect({ kind, sent: sent.slice(0, 5), enough: sent.length <= ofKind.length * 0.1 }).toEqual({
      kind,
      sent: sent.slice(0, 5),
      enough: true,
    });
  });

  it('sends at least 97 of 100 claims that the passage supports', () => {
    const stopped = trueRows.filter((row) => !isSent(row)).map(({ claim }) => claim);
    expect({ stopped, enough: stopped.length <= trueRows.length * 0.03 }).toEqual({ stopped, enough: true });
  });
});
