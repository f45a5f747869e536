import { codeIn, parseOutput, textsOf, ticketIn } from './agent-output.ts';
import type { TurnOutput } from './agent-output.ts';
import type { ConversationCase, CustomerStep, People, Step } from './conversation-file.ts';
import { personsIn } from './plan-runs.ts';

/** Hands one input line to the agent and resolves with the line it answers. */
export type Ask = (line: object) => Promise<string>;

export interface PlayedStep {
  readonly step: Step;
  /** What was really sent, with code and ticket filled in; undefined when the step was left out. */
  readonly sent: string | undefined;
  readonly output: TurnOutput | undefined;
  readonly ticket: string | undefined;
}

export interface Played {
  readonly one: ConversationCase;
  readonly steps: readonly PlayedStep[];
  /** Why it could not be played to its end. */
  readonly broken: string | undefined;
}

interface Progress {
  code: string | undefined;
  /** A code that was mailed and not typed in yet. */
  fresh: boolean;
  ticket: string | undefined;
  last: TurnOutput | undefined;
  withHuman: boolean;
}

/** Plays one conversation to its end, filling in codes and ticket numbers from what the agent sent. */
export async function play(one: ConversationCase, people: People, ask: Ask): Promise<Played> {
  const id = idOf(one);
  const addresses = personsIn(one, people);
  const progress: Progress = { code: undefined, fresh: false, ticket: undefined, last: undefined, withHuman: false };
  const steps: PlayedStep[] = [];
  for (const step of one.steps) {
    if (isLeftOut(step, progress)) {
      steps.push({ step, sent: undefined, output: undefined, ticket: progress.ticket });
      continue;
    }
    const line = lineFor(step, one, id, progress, people);
    try {
      const output = parseOutput(await ask(line), id, addresses);
      remember(progress, step, output);
      steps.push({ step, sent: sentText(line), output, ticket: progress.ticket });
    } catch (error) {
      return { one, steps, broken: `at ${JSON.stringify(line)}: ${error instanceof Error ? error.message : String(error)}` };
    }
  }
  return { one, steps, broken: undefined };
}

/** The conversation's id on the wire, made of its name. */
export const idOf = ({ name }: ConversationCase): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');

function isLeftOut(step: Step, { fresh, last, withHuman }: Progress): boolean {
  if (!('customer' in step) || step.only === undefined) return false;
  const asked = last?.decision === 'ask';
  const may = { with_code: fresh, without_code: !fresh, when_asked: asked, when_bot_has_it: !withHuman };
  return !may[step.only];
}

function lineFor(step: Step, one: ConversationCase, conversation: string, progress: Progress, people: People): object {
  if ('advance' in step) return { advance: step.advance };
  if ('desk' in step) {
    const { by, ...action } = step.desk;
    return { conversation, desk: { ...action, by: people.staff[by] ?? by, ...(progress.ticket ? { ticket: progress.ticket } : {}) } };
  }
  return {
    conversation,
    channel: one.channel,
    from: step.from ?? one.from,
    text: fillIn(step, progress),
    ...(step.subject === undefined ? {} : { subject: step.subject }),
    ...(step.cc === undefined ? {} : { cc: step.cc }),
    ...(step.attachments === undefined ? {} : { attachments: step.attachments }),
  };
}

/** `{code}`, `{code spaced}`, `{code dashed}`, `{wrong code}` and `{ticket}` become what the agent sent before. */
function fillIn({ customer }: CustomerStep, { code = '000000', ticket = 'T-0000' }: Progress): string {
  const wrong = code.replaceAll(/\d/g, (digit) => String((Number(digit) + 3) % 10));
  return customer
    .replaceAll('{code}', code)
    .replaceAll('{code spaced}', `${code.slice(0, 3)} ${code.slice(3)}`)
    .replaceAll('{code dashed}', `${code.slice(0, 3)}-${code.slice(3)}`)
    .replaceAll('{wrong code}', wrong)
    .replaceAll('{ticket}', ticket);
}

function remember(progress: Progress, step: Step, output: TurnOutput): void {
  if ('customer' in step && step.customer.includes('{code')) progress.fresh = false;
  for (const mail of output.mails) {
    const code = codeIn(mail);
    if (code === undefined) continue;
    progress.code = code;
    progress.fresh = true;
  }
  progress.ticket = ticketIn(output) ?? progress.ticket;
  if (output.escalation) progress.withHuman = true;
  if ('desk' in step && step.desk.action === 'return') progress.withHuman = false;
  if ('customer' in step) progress.last = output;
}

function sentText(line: object): string {
  if ('text' in line) return String(line.text);
  return JSON.stringify(line);
}

/** All that was said to the customer's side in the whole conversation. */
export const everythingSaid = ({ steps }: Played): string => steps.flatMap(({ output }) => (output ? textsOf(output) : [])).join('\n');
