import type { ConversationSuite } from './conversation-file.ts';
import { ConverseProcess } from './converse-process.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';
import { planRuns } from './plan-runs.ts';
import type { Run } from './plan-runs.ts';
import { play } from './play.ts';
import type { Played } from './play.ts';

/** Two cores: more processes at a time only wait for each other. */
const AT_A_TIME = 2;

/** Plays and judges all conversations through real `converse` processes; the verdicts keep the suite's order. */
export async function runSuite(
  { cases, people }: ConversationSuite,
  model?: Readonly<Record<string, string>>,
): Promise<readonly Verdict[]> {
  const runs = [...planRuns(cases, people)];
  const verdicts: Verdict[] = [];
  const work = async (): Promise<void> => {
    for (let run = runs.shift(); run !== undefined; run = runs.shift()) verdicts.push(...(await playRun(run, people, model)));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return verdicts.sort((a, b) => cases.indexOf(a.one) - cases.indexOf(b.one));
}

/** No run holds two conversations that change things of one person, so the shop's rows need no further attribution. */
async function playRun(
  run: Run,
  people: ConversationSuite['people'],
  model: Readonly<Record<string, string>> | undefined,
): Promise<readonly Verdict[]> {
  const agent = await ConverseProcess.start(model);
  try {
    const played: Played[] = [];
    for (const one of run) played.push(await play(one, people, (line) => agent.ask(line)));
    const rows = await agent.finish();
    return played.map((each) => judge(each, rows, people));
  } catch (error) {
    const broken = error instanceof Error ? error.message : String(error);
    return run.map((one) => judge({ one, steps: [], broken }, [], people));
  } finally {
    agent.stop();
  }
}
