import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LabelledLine } from '../../src/agent/router/labelled-router.ts';

export const BANKING = 'intents/banking77.csv';
export const CLINC = 'intents/clinc150.json';
export const BITEXT = 'intents/bitext.csv';

/** The first two columns: text and label. */
export function readLabelledCsv(dataFolder: string, file: string): LabelledLine[] {
  const [, ...rows] = csvRows(readFileSync(join(dataFolder, file), 'utf8'));
  return rows.flatMap(([text, intent]) => (text !== undefined && intent !== undefined ? [{ text, intent }] : []));
}

const clincFile = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])));

export function readClinc(dataFolder: string, part: string): LabelledLine[] {
  const file = clincFile.parse(JSON.parse(readFileSync(join(dataFolder, CLINC), 'utf8')));
  return (file[part] ?? []).map(([text, intent]) => ({ text, intent }));
}

/** RFC 4180: quoted fields may hold commas, line ends and doubled quotes. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [field, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    if (field === '' && row.length === 0) continue;
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** The same order for the same seed (mulberry32 under Fisher and Yates). */
export function shuffled<T>(rows: readonly T[], seed: number): T[] {
  let state = Math.imul(seed, 0x9e3779b1);
  const next = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const order = [...rows];
  for (let i = order.length - 1; i > 0; i--) {
    const j = next(i + 1);
    const [here, there] = [order[i], order[j]];
    if (here !== undefined && there !== undefined) [order[i], order[j]] = [there, here];
  }
  return order;
}

/** Every fifth line of each intent, after shuffling, is the test. */
export function splitByIntent(lines: readonly LabelledLine[], seed: number): { train: LabelledLine[]; test: LabelledLine[] } {
  const seen = new Map<string, number>();
  const train: LabelledLine[] = [];
  const test: LabelledLine[] = [];
  for (const line of shuffled(lines, seed)) {
    const count = seen.get(line.intent) ?? 0;
    seen.set(line.intent, count + 1);
    (count % 5 === 0 ? test : train).push(line);
  }
  return { train, test };
}

export function firstOfEachIntent(lines: readonly LabelledLine[], count: number): LabelledLine[] {
  const seen = new Map<string, number>();
  return lines.filter(({ intent }) => {
    const before = seen.get(intent) ?? 0;
    seen.set(intent, before + 1);
    return before < count;
  });
}

/** Probability that a right one stands above a wrong one, ties by half (area under the ROC curve), 0–1. */
export function areaUnderCurve(right: readonly number[], wrong: readonly number[]): number {
  const ranked = [...right.map((value) => ({ value, isRight: true })), ...wrong.map((value) => ({ value, isRight: false }))].sort(
    (left, other) => left.value - other.value,
  );
  let sum = 0;
  for (let from = 0, to = 0; from < ranked.length; from = to) {
    while (to < ranked.length && ranked[to]?.value === ranked[from]?.value) to += 1;
    const meanRank = (from + to + 1) / 2;
    sum += meanRank * ranked.slice(from, to).filter((row) => row.isRight).length;
  }
  return (sum - (right.length * (right.length + 1)) / 2) / (right.length * wrong.length);
}
