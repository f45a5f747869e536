import type { Tokens } from 'marked';
import { inlineLines, plainText } from './inline-lines.ts';
import { words, type CodeBlock, type Line } from './line.ts';

/** A drawn table that is wider than this wraps on a laptop and is unreadable on a phone. */
const WIDEST = 72;
const GAP = '  ';

type Frame = { readonly prefix: string; readonly again: string };

/** A narrow table is drawn with aligned columns in a block of code, a wide one written as `Header: cell`, row by row. */
export function tableLines(table: Tokens.Table, frame: Frame): readonly Line[] {
  const rows = [table.header, ...table.rows].map((cells) => cells.map((cell) => plainText(cell.tokens).trim()));
  const widths = table.header.map((_, column) => Math.max(...rows.map((cells) => widthOf(cells[column] ?? ''))));
  const width = widths.reduce((sum, each) => sum + each + GAP.length, -GAP.length);
  if (width > WIDEST || rows.some((cells) => cells.some((cell) => cell.includes('`')))) return recordLines(table, frame);
  return drawnLines(rows, widths, table.align);
}

function drawnLines(rows: readonly (readonly string[])[], widths: readonly number[], align: Tokens.Table['align']): readonly Line[] {
  const block: CodeBlock = { language: '' };
  const line = (source: string): Line => ({ kind: 'code', source: source.trimEnd(), block });
  const [header = [], ...body] = rows.map((cells) =>
    widths.map((width, column) => pad(cells[column] ?? '', width, align[column])).join(GAP),
  );
  return [header, widths.map((width) => '-'.repeat(Math.max(width, 1))).join(GAP), ...body].map((row) => line(String(row)));
}

function pad(cell: string, width: number, align: 'center' | 'left' | 'right' | null | undefined): string {
  const missing = width - widthOf(cell);
  if (align === 'right') return ' '.repeat(missing) + cell;
  if (align === 'center') return ' '.repeat(Math.floor(missing / 2)) + cell + ' '.repeat(Math.ceil(missing / 2));
  return cell + ' '.repeat(missing);
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const WIDE = /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns in a fixed-width font: East Asian characters and emoji take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += WIDE.test(segment) ? 2 : 1;
  return width;
}

function recordLines(table: Tokens.Table, { prefix, again }: Frame): readonly Line[] {
  const records = table.rows.map((cells) =>
    cells.flatMap((cell, column): readonly Line[] => {
      const header = plainText(table.header[column]?.tokens ?? []).trim();
      const [first = [], ...rest] = inlineLines(cell.tokens);
      const label = header === '' ? [] : [words(`${header}:`, ['strong']), words(' ')];
      return [[...label, ...first], ...rest].map((runs) => ({ kind: 'text', prefix, again, runs }));
    }),
  );
  const headers =
    table.rows.length > 0 ? [] : [inlineLines(table.header.flatMap((cell, at) => (at === 0 ? cell.tokens : [GAP_TOKEN, ...cell.tokens])))];
  const blank: Line = { kind: 'text', prefix: again, again, runs: [] };
  return [
    ...headers.flatMap((lines) => lines.map((runs): Line => ({ kind: 'text', prefix, again, runs }))),
    ...records.flatMap((record, at) => (at === 0 ? record : [blank, ...record])),
  ];
}

const GAP_TOKEN = { type: 'text', raw: ' · ', text: ' · ' } as const;
