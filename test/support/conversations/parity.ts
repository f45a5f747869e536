import { toDiscord } from '../../../src/channels/discord/to-discord.ts';
import { toSlack } from '../../../src/channels/slack/to-slack.ts';
import { channelName, outboundId } from '../../../src/domain/ids.ts';
import type { OutboundMessage } from '../../../src/domain/outbound.ts';
import { reasonKind, type TurnOutput } from './agent-output.ts';
import type { ConversationCase, ConversationSuite } from './conversation-file.ts';
import { ConverseProcess } from './converse-process.ts';
import { planRuns } from './plan-runs.ts';
import { play, type Played } from './play.ts';

export const PLATFORMS = ['email', 'slack', 'discord'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** One conversation, as it went on each platform. */
export interface Parity {
  readonly name: string;
  readonly file: string;
  readonly steps: number;
  /** Where it went another way than by mail: the first step that differs, with both decisions. */
  readonly differs: Readonly<Partial<Record<Platform, string>>>;
  /** Posts that the platform would not show as they are meant. */
  readonly formFaults: readonly string[];
}

/** Plays the same words on every platform and compares what was decided, step by step. */
export async function playParity(suite: ConversationSuite, say: (progress: string) => void = () => undefined): Promise<readonly Parity[]> {
  const played = new Map<Platform, readonly Played[]>();
  for (const platform of PLATFORMS) {
    const cases = suite.cases.map((one): ConversationCase => ({ ...one, channel: platform }));
    const runs = planRuns(cases, suite.people);
    const all: Played[] = [];
    for (const [at, run] of runs.entries()) {
      all.push(...(await playRun(run, suite.people)));
      say(`${platform}: ${at + 1} of ${runs.length}`);
    }
    played.set(
      platform,
      cases.flatMap(({ name }) => all.find(({ one }) => one.name === name) ?? []),
    );
  }
  const by = (platform: Platform, name: string): Played | undefined => played.get(platform)?.find(({ one }) => one.name === name);
  return suite.cases.map(({ name, file }) => {
    const mail = by('email', name);
    const differs = PLATFORMS.flatMap((platform) => {
      const difference = firstDifference(mail, by(platform, name));
      return difference === undefined ? [] : [[platform, difference]];
    });
    const outputs = mail?.steps.flatMap(({ output }) => output ?? []) ?? [];
    return { name, file, steps: mail?.steps.length ?? 0, differs: Object.fromEntries(differs), formFaults: outputs.flatMap(formFaults) };
  });
}

async function playRun(run: readonly ConversationCase[], people: ConversationSuite['people']): Promise<readonly Played[]> {
  const agent = await ConverseProcess.start();
  try {
    const played: Played[] = [];
    for (const one of run) played.push(await play(one, people, (line) => agent.ask(line)));
    return played;
  } finally {
    agent.stop();
  }
}

function firstDifference(mail: Played | undefined, other: Played | undefined): string | undefined {
  if (!mail || !other) return 'not played';
  if (other.broken !== undefined) return other.broken;
  const [one, two] = [mail, other].map(({ steps }) => steps.map(({ output }) => decisionOf(output)));
  const at = (one ?? []).findIndex((decision, step) => decision !== two?.[step]);
  return at === -1 ? undefined : `step ${at + 1}: ${one?.[at]} → ${two?.[at]}`;
}

/** What was decided and done; never the words, which a channel may put in its own form. */
function decisionOf(output: TurnOutput | undefined): string {
  if (!output) return 'left out';
  const { decision, intents, actions, escalation, identity, state } = output;
  const done = actions.map(({ tool, status, rule = '' }) => `${tool} ${status} ${rule}`.trim());
  return [decision, intents.join('+'), done.join('+'), escalation ? reasonKind(escalation.reason) : '', identity, state?.kind].join('|');
}

function formFaults({ replies }: TurnOutput): readonly string[] {
  return replies.flatMap(({ text }) => {
    const slack = toSlack(messageOf('slack', text)).flatMap(({ args }) => [args.text]);
    const discord = toDiscord(messageOf('discord', text), { company: 'Larkfield', aside: false }).map(({ content }) => content);
    return [
      ...slack.filter((part) => part.length > 40_000 || /\*\*|\]\(|^\s*\|.*\|/m.test(part)).map((part) => `slack: ${part.slice(0, 80)}`),
      ...discord.filter((part) => part.length > 2_000 || /\]\(|^\s*\|.*\|/m.test(part)).map((part) => `discord: ${part.slice(0, 80)}`),
    ];
  });
}

const messageOf = (channel: string, markdown: string): OutboundMessage => ({
  id: outboundId('parity/0'),
  to: { channel: channelName(channel), account: '1', space: channel === 'slack' ? 'C1' : '2', key: '1' },
  audience: { kind: 'thread' },
  body: { kind: 'text', markdown },
  subject: undefined,
  secret: false,
  speaker: { kind: 'agent' },
  createdAt: new Date(0),
});

/** One line a file of conversations, and one for all. */
export function parityTable(all: readonly Parity[]): string {
  const files = [...new Set(all.map(({ file }) => file))];
  const row = (name: string, some: readonly Parity[]): readonly string[] => [
    name,
    String(some.length),
    String(some.reduce((sum, { steps }) => sum + steps, 0)),
    ...(['slack', 'discord'] as const).map((platform) => `${some.filter(({ differs }) => differs[platform] === undefined).length}`),
    String(some.reduce((sum, { formFaults: faults }) => sum + faults.length, 0)),
  ];
  const heads = ['conversations', 'played', 'steps', 'same on Slack', 'same on Discord', 'form faults'];
  const lines = [
    heads,
    ...files.map((file) =>
      row(
        file,
        all.filter((one) => one.file === file),
      ),
    ),
    row('all', all),
  ];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
  const different = all.flatMap(({ name, differs, formFaults: faults }) => [
    ...Object.entries(differs).map(([platform, what]) => `${name} on ${platform}: ${what}`),
    ...faults.map((fault) => `${name}: ${fault}`),
  ]);
  return [...text, ...different].join('\n');
}
