import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, startAgentProcess } from './agent-process.ts';
import { median, spread, type Bench, type Figure } from './bench.ts';

const RUNS = 5;

interface Start {
  readonly acceptsMs: number;
  readonly answersMs: number;
  readonly residentMegabytes: number;
}

export const startBench: Bench = {
  about: `how soon the agent accepts and answers, ${RUNS} first starts in empty data folders and ${RUNS} later ones`,
  async run(say) {
    const first: Start[] = [];
    const later: Start[] = [];
    for (let run = 1; run <= RUNS; run += 1) {
      const folder = await mkdtemp(join(tmpdir(), 'deskhand-bench-'));
      first.push(await measure(folder));
      later.push(await measure(folder));
      await rm(folder, { recursive: true });
      say(`run ${run} of ${RUNS}`);
    }
    return [...figures('first start', first), ...figures('later start', later)];
  },
};

/** One start up to the first answer to a customer, and its end. */
async function measure(dataFolder: string): Promise<Start> {
  const agent = await startAgentProcess(dataFolder);
  try {
    await agent.accepts();
    const acceptsMs = agent.age();
    const deskhand = await agent.connect();
    const id = await deskhand.write({
      from: 'mia.keller@example.com',
      chat: `bench-${process.hrtime.bigint()}`,
      text: 'How long do refunds take?',
    });
    await eventually(async () => (await deskhand.transcript(id)).find((line) => line.from === 'agent'), 'an answer');
    return { acceptsMs, answersMs: agent.age(), residentMegabytes: await agent.residentMegabytes() };
  } finally {
    await agent.stop();
  }
}

function figures(when: string, starts: readonly Start[]): readonly Figure[] {
  const of = (name: string, pick: (start: Start) => number, unit: Figure['unit'], goal: number): Figure => {
    const values = starts.map(pick);
    return { name: `${when}: ${name}`, value: median(values), unit, goal, detail: spread(values) };
  };
  return [
    of('accepts messages', (start) => start.acceptsMs, 'ms', 700),
    of('has answered one', (start) => start.answersMs, 'ms', 3000),
    of('resident memory', (start) => start.residentMegabytes, 'MB', 250),
  ];
}
