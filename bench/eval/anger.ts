import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { english } from '../../src/agent/languages/english/english.ts';
import { findSignals } from '../../src/agent/router/signals.ts';
import type { EvalRow, Score } from './row.ts';

const COMMENTS = 'emotions/goemotions.tsv';
const LABELS = 'emotions/goemotions_labels.txt';

interface Comment {
  readonly text: string;
  readonly isAngry: boolean;
}

/** Comments of strangers about anything at all: anger is to be found there, and neutral ones are to be left in peace. */
export const anger: EvalRow = {
  about: 'anger in comments labelled by emotion; nothing shipped was trained on them',
  needs: [COMMENTS, LABELS],
  run(dataFolder) {
    const comments = readComments(dataFolder);
    const unread = comments.filter(({ text }) => !wasRead(text));
    return Promise.resolve([...scoresOf(comments, 'visible part'), ...scoresOf(unread, 'the half of it that nobody read')]);
  },
};

function scoresOf(comments: readonly Comment[], part: string): Score[] {
  const heard = (some: readonly Comment[]) =>
    some.filter(({ text }) => findSignals(text, [], english).some(({ signal }) => signal === 'angry'));
  const angry = comments.filter(({ isAngry }) => isAngry);
  const neutral = comments.filter(({ isAngry }) => !isAngry);
  return [
    {
      what: 'comments labelled anger that are heard',
      value: (100 * heard(angry).length) / angry.length,
      unit: '%',
      goal: { atLeast: 50 },
      split: `${part}, ${angry.length} comments`,
    },
    {
      what: 'false alarms among neutral ones',
      value: (1000 * heard(neutral).length) / neutral.length,
      unit: 'per 1,000',
      goal: { atMost: 5 },
      split: `${part}, ${neutral.length} comments`,
    },
  ];
}

/** Those labelled anger, and those labelled neutral and nothing else. */
function readComments(dataFolder: string): Comment[] {
  const names = readFileSync(join(dataFolder, LABELS), 'utf8').trim().split('\n');
  const [angry = '', neutral = ''] = ['anger', 'neutral'].map((name) => String(names.indexOf(name)));
  const lines = readFileSync(join(dataFolder, COMMENTS), 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const [text = '', labels = ''] = line.split('\t');
    const isAngry = labels.split(',').includes(angry);
    return isAngry || labels === neutral ? [{ text, isAngry }] : [];
  });
}

/** Misses and false alarms of one half were read while the patterns were written: where this hash (FNV-1a) is even. */
function wasRead(text: string): boolean {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return (hash & 1) === 0;
}
