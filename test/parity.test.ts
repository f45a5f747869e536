import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadConversations } from './support/conversations/conversation-file.ts';
import { parityTable, playParity, type Parity } from './support/conversations/parity.ts';
import { planRuns } from './support/conversations/plan-runs.ts';

const suite = loadConversations(join(import.meta.dirname, 'conversations'));
/** All of them: `npm run parity`. These share one process a platform. */
const SAMPLE = (planRuns(suite.cases, suite.people)[0] ?? []).filter((_, at, all) => at % Math.ceil(all.length / 4) === 0);

describe('the same words on Slack and on Discord', () => {
  it('lead to the same decisions as by mail, in a form that the platform shows', async () => {
    const all = await playParity({ ...suite, cases: SAMPLE });
    process.stderr.write(`${parityTable(all)}\n`);
    expect(all.flatMap(({ differs, formFaults }) => [...Object.values(differs), ...formFaults])).toEqual([]);
    expect(all.filter(({ steps }) => steps > 0)).toHaveLength(SAMPLE.length);
  }, 120_000);

  it('are told from another decision', () => {
    const one: Parity = { name: 'a', file: 'a.yaml', steps: 2, differs: { slack: 'step 1: reply → ask' }, formFaults: [] };
    expect(parityTable([one])).toContain('a on slack: step 1: reply → ask');
  });
});
