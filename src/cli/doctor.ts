import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { diagnose } from '../diagnose.ts';
import type { Finding } from '../diagnose/finding.ts';
import type { Command } from './command.ts';

const MARKS = { ok: '✓', warning: '!', problem: '✗' } as const;

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'check everything and say what to fix',
  help: `Usage: deskhand doctor [--json] [--data DIR]

Checks the configuration, the data folder, the running agent or its port and database, the articles, and logs in to both
mail servers without reading or sending anything. Exit code 1 when there is a problem, 2 when the configuration is wrong.

Options:
  --json      one JSON line for each finding: {"level":"ok"|"warning"|"problem","subject","text","advice"?}
  --data DIR  the data folder to look at instead of DESKHAND_DATA

Examples:
  deskhand doctor
  DESKHAND_CONFIG=./company deskhand doctor
`,
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' }, data: { type: 'string' } } });
    const config = await loadConfig(io.env, values.data === undefined ? {} : { dataFolder: values.data });
    const counts = { ok: 0, warning: 0, problem: 0 };
    for await (const finding of diagnose(config)) {
      if (io.signal.aborted) break;
      counts[finding.level] += 1;
      io.stdout.write(values.json ? `${JSON.stringify(finding)}\n` : formatFinding(finding));
    }
    io.stderr.write(`${counts.problem} to fix, ${counts.warning} to think about, ${counts.ok} in order\n`);
    return counts.problem > 0 ? 1 : 0;
  },
};

function formatFinding({ level, subject, text, advice }: Finding): string {
  return `${MARKS[level]} ${subject}: ${text}\n${advice === undefined ? '' : `    ${advice}\n`}`;
}
