import { describe, expect, it } from '@jest/globals';
import { readEntailmentSet, stoppedBy } from './entailment-set.ts';

const { development, heldBack } = readEntailmentSet(new URL('fixtures/claims.yaml', import.meta.url));
const rows = [...development, ...heldBack];
const wrongRows = rows.filter(({ label }) => label !== 'true');
const trueRows = rows.filter(({ label }) => label === 'true');

describe('claims against their passage', () => {
  it('is a table of at least 120 pairs', () => {
    expect(rows.length).toBeGreaterThanOrEqual(120);
  });

  it.each([...new Set(wrongRows.map(({ label }) => label))])('blocks at least 9 of 10 claims that differ in: %s', (kind) => {
    const ofKind = wrongRows.filter(({ label }) => label === kind);
    const sent = ofKind.filter((row) => stoppedBy(row) === undefined).map(({ claim }) => claim);
    expect({ kind, sent: sent.slice(0, 5), enough: sent.length <= ofKind.length * 0.1 }).toEqual({
      kind,
      sent: sent.slice(0, 5),
      enough: true,
    });
  });

  it('sends at least 97 of 100 claims that the passage supports', () => {
    const stopped = trueRows.filter((row) => stoppedBy(row) !== undefined).map(({ claim }) => claim);
    expect({ stopped, enough: stopped.length <= trueRows.length * 0.03 }).toEqual({ stopped, enough: true });
  });
});
