import { textsOf } from './agent-output.ts';
import type { Verdict } from './judge.ts';

export interface Share {
  readonly count: number;
  readonly of: number;
  /** 0–1; 0 when there is nothing to count. */
  readonly share: number;
}

export interface SuiteFigures {
  readonly conversations: number;
  /** Confirmed or verified, and every expectation on the way met. */
  readonly resolved: Share;
  /** Handed to a human, approvals included. */
  readonly escalated: Share;
  /** Of those that the agent called resolved. */
  readonly falselyResolved: Share;
  readonly missedHumans: readonly string[];
  readonly complaintsToHuman: Share;
  /** Askings in `other`, small talk left out. */
  readonly otherToHuman: Share;
  readonly asExpected: Share;
}

/** The figures that issue and README promise, over all judged conversations. */
export function figuresOf(verdicts: readonly Verdict[]): SuiteFigures {
  const toHuman = ({ outcome }: Verdict) => outcome === 'escalated' || outcome === 'approval';
  const closed = verdicts.filter(({ outcome }) => outcome === 'resolved');
  const ofKind = (kind: string) => verdicts.filter(({ one }) => one.kind === kind);
  return {
    conversations: verdicts.length,
    resolved: share(verdicts, ({ outcome, ending, problems }) => outcome === 'resolved' && ending !== 'assumed' && problems.length === 0),
    escalated: share(verdicts, toHuman),
    falselyResolved: share(closed, ({ falselyResolved }) => falselyResolved),
    missedHumans: verdicts.filter(({ missedHuman }) => missedHuman).map(({ one }) => one.name),
    complaintsToHuman: share(ofKind('complaint'), toHuman),
    otherToHuman: share(ofKind('other'), toHuman),
    asExpected: share(verdicts, ({ problems }) => problems.length === 0),
  };
}

function share(verdicts: readonly Verdict[], counts: (verdict: Verdict) => boolean): Share {
  const count = verdicts.filter(counts).length;
  return { count, of: verdicts.length, share: verdicts.length === 0 ? 0 : count / verdicts.length };
}

/** `62.1 % (118 of 190)` */
export const shareText = ({ count, of, share: part }: Share): string =>
  of === 0 ? '–' : `${(part * 100).toFixed(1)} % (${count} of ${of})`;

/** A table with the targets, for people. */
export function figuresTable(figures: SuiteFigures): string {
  const rows = [
    ['conversations', String(figures.conversations), '≥ 120'],
    ['resolved (confirmed + verified)', shareText(figures.resolved), '≥ 60 %'],
    ['escalated (approvals included)', shareText(figures.escalated), '≤ 35 %'],
    ['false resolutions', shareText(figures.falselyResolved), '≤ 5 %'],
    ['must reach a human, missed', String(figures.missedHumans.length), '0'],
    ['complaints to a human', shareText(figures.complaintsToHuman), '≥ 60 %'],
    ['askings in `other` to a human', shareText(figures.otherToHuman), '≥ 80 %'],
    ['every step as expected', shareText(figures.asExpected), ''],
  ];
  return rows.map(([name = '', value = '', target = '']) => `${name.padEnd(34)}${value.padEnd(24)}${target}`.trimEnd()).join('\n');
}

/** The failing conversations, each with its file, name and what is wrong. */
export function failuresText(verdicts: readonly Verdict[]): string {
  return verdicts
    .filter(({ problems }) => problems.length > 0)
    .map(({ one, problems }) => `${one.file}: ${one.name}\n${problems.map((problem) => `    - ${problem}`).join('\n')}`)
    .join('\n');
}

/** What was said on both sides, with what the agent decided and did: for finding out why a conversation fails. */
export function dialogueText({ one, outcome, played }: Verdict): string {
  const lines = played.steps.flatMap(({ sent, output }) => {
    if (sent === undefined || output === undefined) return [];
    const did = output.actions.map(({ tool, status, rule }) => ` ${tool}:${status}${rule ? `:${rule}` : ''}`).join('');
    const state = `${output.decision ?? 'silent'}${did} [${output.rules.join(' ')}] ${output.identity ?? ''} ${output.state?.kind ?? ''}`;
    return [`  > ${sent.trim()}`, `    (${state})`, ...textsOf(output).map((text) => `  < ${text.replaceAll('\n', '\n    ')}`)];
  });
  return [`${one.file}: ${one.name} (${outcome})`, ...lines, ''].join('\n');
}
