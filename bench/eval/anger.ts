import { readFileSync } from 'node:fs';
import { english } from '../../src/agent/languages/english/english.ts';
import { join } from 'node:path';
import { findSignals } from '../../src/agent/router/signals.ts';
import type { EvalRow } from './row.ts';

const COMMENTS = 'emotions/goemotions.tsv';
const LABELS = 'emotions/goemotions_labels.txt';

/** Comments of strangers about anything at all: anger is to be found there, and neutral ones are to be left in peace. */
export const anger: EvalRow = {
  about: 'anger in comments labelled by emotion; nothing shipped was trained on them',
  needs: [COMMENTS, LABELS],
  run(dataFolder) {
    const names = readFileSync(join(dataFolder, LABELS), 'utf8').trim().split('\n');
    const [angry, neutral] = ['anger', 'neutral'].map((name) => String(names.indexOf(name)));
    const counts = { angry: 0, found: 0, neutral: 0, alarms: 0 };
    for (const line of readFileSync(join(dataFolder, COMMENTS), 'utf8').trim().split('\n')) {
      const [text = '', labels = ''] = line.split('\t');
      const held = labels.split(',');
      const isAngry = held.includes(angry ?? '');
      const isNeutral = labels === neutral;
      if (!isAngry && !isNeutral) continue;
      const raised = findSignals(text, [], english).some(({ signal }) => signal === 'angry');
      counts[isAngry ? 'angry' : 'neutral'] += 1;
      if (raised) counts[isAngry ? 'found' : 'alarms'] += 1;
    }
    return Promise.resolve([
      {
        what: 'comments labelled anger that are heard',
        value: (100 * counts.found) / counts.angry,
        unit: '%',
        goal: { atLeast: 50 },
        split: `visible part, ${counts.angry} comments`,
      },
      {
        what: 'false alarms among neutral ones',
        value: (1000 * counts.alarms) / counts.neutral,
        unit: 'per 1,000',
        goal: { atMost: 5 },
        split: `visible part, ${counts.neutral} comments`,
      },
    ]);
  },
};
