import { describe, expect, it } from '@jest/globals';
import { areaUnderCurve, csvRows, firstOfEachIntent, shuffled, splitByIntent } from '../../bench/eval/intent-sets.ts';
import { isReached, type Score } from '../../bench/eval/row.ts';
import { renderTable } from '../../bench/eval/table.ts';

const LINES = Array.from({ length: 20 }, (_, i) => ({ text: `text ${i}`, intent: i % 2 === 0 ? 'even' : 'odd' }));

describe('the lines of a set', () => {
  it.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      '"a, b","say ""hi"""\r\nc,d',
      [
        ['a, b', 'say "hi"'],
        ['c', 'd'],
      ],
    ],
    ['"two\nlines",x', [['two\nlines', 'x']]],
    ['a,,c\n', [['a', '', 'c']]],
  ])('are read from %j', (text, rows) => {
    expect(csvRows(text)).toEqual(rows);
  });

  it('are in the same order for the same seed, and all there', () => {
    expect(shuffled(LINES, 3)).toEqual(shuffled(LINES, 3));
    expect(shuffled(LINES, 3)).not.toEqual(shuffled(LINES, 4));
    expect(new Set(shuffled(LINES, 3))).toEqual(new Set(LINES));
  });

  it('are split so that no line is learned and judged, with a fifth of each intent judged', () => {
    const { train, test } = splitByIntent(LINES, 1);
    expect(test.filter((line) => train.includes(line))).toEqual([]);
    expect([test.length, train.length]).toEqual([4, 16]);
    expect(test.filter((line) => line.intent === 'odd')).toHaveLength(2);
  });

  it('are at most so many of each intent when few are wanted', () => {
    expect(firstOfEachIntent(LINES, 3)).toHaveLength(6);
  });
});

describe('the area under the curve', () => {
  it.each([
    [[3, 4], [1, 2], 1],
    [[1, 2], [3, 4], 0],
    [[1, 1], [1, 1], 0.5],
    [[2, 4], [1, 3], 0.75],
  ])('of %j over %j is %d', (right, wrong, area) => {
    expect(areaUnderCurve(right, wrong)).toBeCloseTo(area);
  });
});

describe('a figure', () => {
  const score = (value: number, goal?: Score['goal']): Score => ({ what: 'x', value, unit: '%', split: 'y', ...(goal && { goal }) });

  it.each([
    [90, { atLeast: 90 }, true],
    [89.9, { atLeast: 90 }, false],
    [5, { atMost: 5 }, true],
    [5.1, { atMost: 5 }, false],
    [0, undefined, true],
  ])('of %d reaches the goal %j: %s', (value, goal, reached) => {
    expect(isReached(score(value, goal))).toBe(reached);
  });

  it('stands in the table with its goal, its texts and the command that repeats it; a row without data is named', () => {
    const table = renderTable([
      { name: 'anger', kind: 'measured', seconds: 1, scores: [score(32.42, { atLeast: 50 })] },
      { name: 'bitext', kind: 'skipped', because: 'intents/bitext.csv is not there' },
    ]);
    expect(table).toBe('✗  x  32.4 %  ≥ 50  y (npm run eval -- --only anger)\nskipped: bitext, intents/bitext.csv is not there\n');
  });
});
