import type { Dialect, InlineStyle } from './dialect.ts';
import type { Line, Run } from './line.ts';
import { createPacker, type Packer } from './packer.ts';
import { pieces } from './pieces.ts';
import { toLines } from './to-lines.ts';

/**
 * CommonMark as native messages of at most `maxLength` UTF-16 units each, complete and in order. No part ends inside a
 * fence, a style, a link, inline code, an emoji or a mention: fences and styles are closed and opened again. Space at a
 * cut is dropped. Text without a visible character gives no part. `maxLength` is at least 200.
 */
export function splitMessage(markdown: string, dialect: Dialect, maxLength: number): readonly string[] {
  const packer = createPacker(dialect, maxLength);
  for (const line of toLines(markdown, dialect)) {
    if (line.kind === 'code') packer.code(line.source, line.block);
    else writeLine(line, dialect, packer);
  }
  return packer.finish();
}

interface Unit {
  readonly space: string;
  readonly written: string;
  readonly styles: readonly InlineStyle[];
}

function writeLine(line: Extract<Line, { readonly kind: 'text' }>, dialect: Dialect, packer: Packer): void {
  const units = line.runs.flatMap((run) => unitsOf(run, dialect, packer.widest));
  const [first] = units;
  packer.startLine(
    line.prefix,
    line.again,
    units.reduce((sum, { space, written }) => sum + space.length + written.length, 0),
  );
  for (const unit of units) packer.write(unit === first ? { ...unit, space: '' } : unit);
}

/** What is never cut: a word, a whole link, a whole stretch of code. What is too long for a part by itself comes in pieces. */
function unitsOf(run: Run, dialect: Dialect, widest: number): readonly Unit[] {
  const { styles } = run;
  if (run.kind === 'words') return wordUnits(run.text, styles, dialect, widest);
  if (run.kind === 'code') {
    const written = dialect.code(run.source);
    if (written !== undefined && written.length <= widest) return [{ space: '', written, styles }];
    const parts = written === undefined ? undefined : pieces(run.source, widest, (text) => dialect.code(text) ?? text);
    return parts?.map((part) => ({ space: '', written: part, styles })) ?? wordUnits(run.source, styles, dialect, widest);
  }
  const written = dialect.link(run.label, run.href);
  if (written.length <= widest) return [{ space: '', written, styles }];
  return wordUnits(run.label === run.href ? run.href : `${run.label} (${run.href})`, styles, dialect, widest);
}

function wordUnits(text: string, styles: readonly InlineStyle[], dialect: Dialect, widest: number): readonly Unit[] {
  return [...text.matchAll(/(\s*)(\S+)|\s+$/g)].flatMap(([whole, space = whole, word = '']): readonly Unit[] => {
    const written = dialect.literal(word);
    if (written.length <= widest) return [{ space, written, styles }];
    return pieces(word, widest, dialect.literal).map((part, at) => ({ space: at === 0 ? space : '', written: part, styles }));
  });
}
