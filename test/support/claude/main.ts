import { createAnthropicApi } from '../../../src/agent/llm/anthropic.ts';
import { runSuite } from '../conversations/run-suite.ts';
import { goodBrain } from './brains.ts';
import { lookupTool, modelCall } from './model-calls.ts';
import { CLAUDE_KEY, startStrictClaude, type ClaudeReply } from './strict-claude.ts';
import {
  carelessBrain,
  differences,
  failingBrain,
  leakedMarks,
  playWith,
  productRouter,
  SUITE,
  type DraftCount,
} from './suite-with-model.ts';

const USAGE = `Usage: npm run model -- conversations | drafts | outages | cost | cuts

  conversations  the conversations of test/conversations with a good model: decisions equal to those without one
  drafts         the same with a third of the drafts wrong: none of them reaches a customer
  outages        the same with the model failing at each call in turn
  cost           dollars per resolution of a fixed set, with and without caching (an estimate)
  cuts           a stream that is cut at every single byte
`;

type Report = { readonly text: string; readonly failed: boolean };

const report = (lines: readonly string[], failed: boolean): Report => ({ text: `${lines.join('\n')}\n`, failed });
const share = (differing: readonly string[], all = SUITE.cases.length): string => `${all - differing.length} of ${all}`;

async function conversations(): Promise<Report> {
  const router = await productRouter();
  const without = await runSuite(SUITE);
  const { verdicts, claude } = await playWith(goodBrain(router));
  await router.close();
  const differing = differences(without, verdicts);
  return report(
    [
      `decisions equal to the plan's: ${share(differing)} conversations, ${claude.requests.length} calls, ${claude.refused.length} refused as invalid`,
      ...differing,
      ...claude.refused,
    ],
    differing.length + claude.refused.length > 0,
  );
}

async function drafts(): Promise<Report> {
  const router = await productRouter();
  const count: DraftCount = { right: 0, wrong: 0, byKind: {} };
  const without = await runSuite(SUITE);
  const { verdicts, claude } = await playWith(carelessBrain(router, count));
  await router.close();
  const leaked = leakedMarks(verdicts);
  const differing = differences(without, verdicts);
  return report(
    [
      `${count.right + count.wrong} drafts, ${count.wrong} of them wrong: ${JSON.stringify(count.byKind)}`,
      `wrong drafts that a customer could read: ${leaked.length}`,
      `decisions equal to the plan's: ${share(differing)}`,
      ...leaked,
      ...differing,
    ],
    leaked.length + claude.refused.length + differing.length > 0 || count.wrong === 0,
  );
}

const EVERY = 4;
/** Every third conversation: each of them is played four times and once without a model. */
const OUTAGE_SUITE = { ...SUITE, cases: SUITE.cases.filter((_, at) => at % 3 === 0) };

async function outages(): Promise<Report> {
  const router = await productRouter();
  const without = await runSuite(OUTAGE_SUITE);
  const lines: string[] = [];
  let failed = false;
  for (let remainder = 0; remainder < EVERY; remainder += 1) {
    const { verdicts, claude } = await playWith(failingBrain(router, EVERY, remainder), OUTAGE_SUITE);
    const differing = differences(without, verdicts);
    const silent = verdicts.filter(({ problems }) => problems.some((problem) => problem.startsWith('cannot be played')));
    lines.push(
      `call ${remainder + 1} of ${EVERY} fails: decisions equal in ${share(differing, OUTAGE_SUITE.cases.length)}, ${silent.length} not played to their end, ${claude.refused.length} calls refused as invalid`,
      ...differing,
    );
    failed ||= differing.length + silent.length + claude.refused.length > 0;
  }
  await router.close();
  return report(lines, failed);
}

/** A tool call in a stream that ends, or breaks, after each of its bytes: nothing may come of it. */
async function cuts(): Promise<Report> {
  const reply: ClaudeReply = { kind: 'calls', calls: [{ name: 'lookup_order', input: { orderId: 'LF-10002' } }], text: 'I will look.' };
  const claude = await startStrictClaude(() => reply);
  const api = createAnthropicApi({ apiKey: CLAUDE_KEY, baseUrl: claude.url }, 10_000);
  await api.exchange(modelCall({ tools: [lookupTool] }));
  const whole = claude.lastBody();
  const length = Buffer.byteLength(whole.slice(0, whole.indexOf('event: message_delta')));
  const early: string[] = [];
  for (const how of ['ended', 'destroyed'] as const) {
    for (let bytes = 1; bytes <= length; bytes += 1) {
      claude.useBrain(() => ({ kind: 'cut', bytes, how, reply }));
      const outcome = await api.exchange(modelCall({ tools: [lookupTool] }));
      if (outcome.kind === 'answered') early.push(`${how} after ${bytes} bytes: ${outcome.answer.kind}`);
    }
  }
  await claude.close();
  return report([`${2 * length} cuts of a tool call: ${early.length} led to anything`, ...early], early.length > 0);
}

const COMMANDS: Readonly<Record<string, () => Promise<Report>>> = {
  conversations,
  drafts,
  outages,
  cost: async () => report(await (await import('./cost.ts')).costLines(), false),
  cuts,
};

const [name = ''] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const { text, failed } = await command();
  process.stdout.write(text);
  process.exitCode = failed ? 1 : 0;
}
