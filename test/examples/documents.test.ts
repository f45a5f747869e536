import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('the documents about tools', () => {
  it('list what the tools say of themselves', () => {
    expect(() => execFileSync(process.execPath, ['scripts/document-tools.mjs', '--check'], { cwd: ROOT, stdio: 'pipe' })).not.toThrow();
  });

  it('show a pack that runs as it stands, in a folder where nothing is installed', () => {
    const text = read('docs/packs.md');
    const folder = mkdtempSync(join(tmpdir(), 'library-'));
    writeFileSync(join(folder, 'pack.ts'), /```ts\n([\s\S]*?)```/.exec(text)?.[1] ?? '');
    const loan = { loan_id: 'L-1', reader: 'R-1001', title: 'Emma', due: '2026-03-10', prolonged: 1, wanted: false };
    writeFileSync(join(folder, 'loans.json'), JSON.stringify([loan, { ...loan, loan_id: 'L-2', reader: 'R-1002' }]));
    const lines = /<<'LINES'\n([\s\S]*?)LINES/.exec(text)?.[1] ?? '';
    const again = '{"id":5,"conversation":"a","tool":"prolong_loan","arguments":{"loan_id":"L-1"}}\n';
    const run = spawnSync(process.execPath, ['src/cli/main.ts', 'act', '--pack', folder, '--data', folder, '--isolate'], {
      cwd: ROOT,
      input: lines + again,
      encoding: 'utf8',
    });
    const results = run.stdout
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(results).toMatchObject([
      { id: 1, status: 'refused', rule: 'record_read' },
      { id: 2, status: 'ok' },
      { id: 3, status: 'ok', output: { due: '2026-04-07', prolonged: 2 } },
      { id: 4, status: 'refused', rule: 'not_found' },
      { id: 5, status: 'refused', rule: 'prolonged_twice_at_most' },
    ]);
  });
});
