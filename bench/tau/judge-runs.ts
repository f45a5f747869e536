import { openActSession, type ActOptions, type ActResult } from '../../src/cli/act/act-session.ts';
import type { PolicySettings } from '../../src/domain/playbook.ts';
import type { ToolPack } from '../../src/tools/tool.ts';
import { conversationOf, keyOf, type Label, type Recorded, type RecordedRun } from './recorded-runs.ts';

/** One distinct write of one run, and what the gate made of it. */
export interface JudgedWrite {
  readonly conversation: string;
  readonly tool: string;
  readonly input: unknown;
  readonly label: Label;
  /** Refused means every time it was made. */
  readonly result: ActResult;
}

/** Plays whole runs, customer lines and calls, each on the data as given. */
export async function judgeRuns(
  { runs, labels }: Recorded,
  pack: ToolPack,
  policies: PolicySettings,
  confirm: ActOptions['confirm'],
): Promise<readonly JudgedWrite[]> {
  const session = openActSession({ pack, gates: 'all', isolate: true, confirm, policies, now: () => new Date(0) });
  const judged = new Map<string, JudgedWrite>();
  for (const run of runs) {
    for await (const { tool, input, result } of playRun(session, run)) {
      const conversation = conversationOf(run);
      const key = keyOf(conversation, tool, input);
      const label = labels.get(key);
      const before = judged.get(key);
      if (label !== undefined && before?.result.status !== 'ok') judged.set(key, { conversation, tool, input, label, result });
    }
  }
  return [...judged.values()];
}

async function* playRun(
  session: ReturnType<typeof openActSession>,
  run: RecordedRun,
): AsyncGenerator<{ readonly tool: string; readonly input: unknown; readonly result: ActResult }> {
  const conversation = conversationOf(run);
  for (const { role, content, tool_calls } of run.messages) {
    if (role === 'user' && content) await session.hear(conversation, withoutMarks(content));
    for (const { name, arguments: input } of tool_calls ?? []) {
      yield { tool: name, input, result: await session.call({ conversation, tool: name, arguments: input }) };
    }
  }
}

/** What a simulated customer adds for the one who runs the simulation. */
const withoutMarks = (content: string): string => content.split('###')[0]?.trim() ?? '';
