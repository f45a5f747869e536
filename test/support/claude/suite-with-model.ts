import { join } from 'node:path';
import { openLocalRouter } from '../../../src/agent/router/local-router.ts';
import type { Router } from '../../../src/agent/router/classifier.ts';
import { loadConfig } from '../../../src/config.ts';
import { textsOf } from '../conversations/agent-output.ts';
import { loadConversations, type ConversationSuite } from '../conversations/conversation-file.ts';
import type { Verdict } from '../conversations/judge.ts';
import { runSuite } from '../conversations/run-suite.ts';
import { readRequest, rightWords, routed, sourcesOf, WRONG_DRAFTS } from './brains.ts';
import { CLAUDE_KEY, startStrictClaude, type Brain, type ClaudeReply, type StrictClaude } from './strict-claude.ts';

export const SUITE: ConversationSuite = loadConversations(join(import.meta.dirname, '../../conversations'));

/** The router of the product, for a stand-in that understands as well as it does. */
export async function productRouter(): Promise<Router> {
  const { utterances, outOfScope, playbook } = await loadConfig({}, { folder: import.meta.dirname });
  return openLocalRouter({
    intents: Object.fromEntries(Object.entries(utterances).map(([intent, topics]) => [intent, { topics }])),
    outOfScope,
    orderIdPattern: playbook.agent.orderIdPattern,
    onReady: () => undefined,
    onCrash: (error) => process.stderr.write(`${String(error)}\n`),
  });
}

export const modelEnvironment = ({ url }: StrictClaude): Readonly<Record<string, string>> => ({
  ANTHROPIC_API_KEY: CLAUDE_KEY,
  ANTHROPIC_BASE_URL: url,
});

/** Plays the suite, or the cases of it that are named, with a model that thinks like this. */
export async function playWith(
  brain: Brain,
  suite: ConversationSuite = SUITE,
): Promise<{ readonly verdicts: readonly Verdict[]; readonly claude: StrictClaude }> {
  const claude = await startStrictClaude(brain);
  try {
    return { verdicts: await runSuite(suite, modelEnvironment(claude)), claude };
  } finally {
    await claude.close();
  }
}

/** What a step came to, without its words. */
function courseOf({ played, problems }: Verdict): string {
  const steps = played.steps.map(({ output }) =>
    output === undefined
      ? 'left out'
      : [
          output.decision ?? '',
          output.actions.map(({ tool, status }) => `${tool} ${status}`).join(' '),
          JSON.stringify(output.escalation?.reason ?? ''),
          output.identity ?? '',
          output.state?.kind ?? '',
        ].join(' | '),
  );
  return [...steps, ...problems.filter((problem) => problem.startsWith('the shop'))].join('\n');
}

/** Conversations whose decisions differ from those without a model, with the first step that does. */
export function differences(without: readonly Verdict[], withModel: readonly Verdict[]): readonly string[] {
  const plain = new Map(without.map((verdict) => [verdict.one.name, courseOf(verdict)]));
  return withModel.flatMap((verdict) => {
    const [mine, theirs] = [courseOf(verdict).split('\n'), (plain.get(verdict.one.name) ?? '').split('\n')];
    const at = mine.findIndex((line, index) => line !== theirs[index]);
    return at < 0 && mine.length === theirs.length ? [] : [`${verdict.one.name}, step ${at + 1}: ${theirs[at]}  →  ${mine[at]}`];
  });
}

export interface DraftCount {
  right: number;
  wrong: number;
  readonly byKind: Record<string, number>;
}

/** Every third first draft is wrong in one way, and stays wrong when it is asked for again. */
export function carelessBrain(router: Pick<Router, 'understand'>, count: DraftCount): Brain {
  let drafts = 0;
  let wrongKind = 0;
  return (request) => {
    const read = readRequest(request);
    if (read.purpose === 'route') return routed(read, router);
    if (read.purpose !== 'answer') return rightWords(read);
    if (!read.isSecondDraft) drafts += 1;
    if (drafts % 3 !== 0) {
      count.right += 1;
      return rightWords(read);
    }
    if (!read.isSecondDraft) wrongKind += 1;
    const wrong = WRONG_DRAFTS[wrongKind % WRONG_DRAFTS.length];
    if (!wrong) return rightWords(read);
    count.wrong += 1;
    count.byKind[wrong.kind] = (count.byKind[wrong.kind] ?? 0) + 1;
    const draft = read.draft ?? 'It is covered by our policy.';
    return { kind: 'json', value: { kind: 'answer', ...wrong.make(draft, sourcesOf(draft, read)) } };
  };
}

const LEFT_OVER = /\[[A-Z]{3,}_\d+\]/;

/** Marks of wrong drafts that a customer could read, and tokens that were not put back. */
export const leakedMarks = (verdicts: readonly Verdict[]): readonly string[] =>
  verdicts.flatMap(({ one, played }) =>
    played.steps.flatMap(({ output }) =>
      (output ? textsOf(output) : []).flatMap((text) =>
        [
          ...WRONG_DRAFTS.filter(({ mark }) => text.includes(mark)).map(({ kind }) => kind),
          ...(LEFT_OVER.test(text) ? ['a token'] : []),
        ].map((kind) => `${one.name}: ${kind}: ${text.slice(0, 200)}`),
      ),
    ),
  );

export const FAILURES: readonly ClaudeReply[] = [
  { kind: 'error', status: 429, type: 'rate_limit_error', headers: { 'retry-after': '60' } },
  { kind: 'error', status: 529, type: 'overloaded_error' },
  { kind: 'error', status: 500, type: 'api_error' },
  { kind: 'garbage', body: '{"type":"message"' },
  { kind: 'stopped', reason: 'refusal', reply: { kind: 'text', text: 'No.' } },
  { kind: 'stopped', reason: 'max_tokens', reply: { kind: 'text', text: 'You can return' } },
  { kind: 'stopped', reason: 'pause_turn', reply: { kind: 'text', text: 'Wait' } },
  { kind: 'stopped', reason: 'model_context_window_exceeded', reply: { kind: 'text', text: 'You' } },
  { kind: 'text', text: 'not the JSON that was asked for' },
  { kind: 'cut', bytes: 120, how: 'destroyed', reply: { kind: 'text', text: 'You can return it' } },
];

/** Fails at every call whose number leaves `remainder` when divided by `every`, each time in the next way. */
export function failingBrain(router: Pick<Router, 'understand'>, every: number, remainder: number): Brain {
  let failed = 0;
  return (request, count) => {
    const read = readRequest(request);
    const failure = count % every === remainder ? FAILURES[failed++ % FAILURES.length] : undefined;
    if (failure) return failure;
    return read.purpose === 'route' ? routed(read, router) : rightWords(read);
  };
}
