import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import { intentName } from '../../domain/ids.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { recordName } from '../../tools/record-ref.ts';
import type { Tool } from '../../tools/tool.ts';
import type { Called } from '../actions/called.ts';
import { planFor } from '../handlers/index.ts';
import { told, type Move } from '../move.ts';
import type { Scene } from '../scene.ts';
import { dataBlock, historyText } from './context.ts';
import type { ModelMessage, OfferedTool, ToolReply, ToolRequest } from './language-model.ts';
import { checkModelWords } from './model-words.ts';
import { lookUpPrefix } from './prompts.ts';
import type { TurnModel } from './turn-model.ts';

/**
 * Which plan computes the arguments of a change and asks for the yes, whatever the model wanted to pass; and the words of
 * which the customer must have said one in this message. Text from elsewhere can make a model wish for anything.
 */
const PLAN_OF_CHANGE: Readonly<Record<string, { readonly intent: string; readonly topic: string; readonly asked: RegExp }>> = {
  process_refund: {
    intent: 'refund_request',
    topic: 'refund',
    asked: /\b(?:refund|money back|my money|reimburse|return|send (?:it|this|them) back)/i,
  },
  cancel_order: { intent: 'order_status', topic: 'cancel_order', asked: /\b(?:cancel|stop|call off|undo|don'?t (?:want|need|send|ship))/i },
  update_delivery_address: { intent: 'order_status', topic: 'change_delivery', asked: /\b(?:address|deliver|ship|send|street|moved?)\b/i },
  update_account: {
    intent: 'account_issue',
    topic: 'change_details',
    asked: /\b(?:change|update|correct|edit|new|different|wrong|subscribe|unsubscribe)/i,
  },
};
const MAX_TOKENS = 900;
/** The first draft, and one more with the reason. */
const DRAFTS = 2;
const LONGEST_RESULT = 6_000;
const NO_ANSWER = /\bNO_ANSWER\b/;

/** What one requested call came to: something to tell the model, or the end of its part. */
type CallEnd = { readonly kind: 'reply'; readonly reply: ToolReply } | { readonly kind: 'move'; readonly move: Move };

/**
 * Lets the model look things up for a request that no plan could answer. Only tools of the request's intent are there, each
 * call passes the gate like any other, and a wish to change something goes back to its plan. Undefined: the plan's own end
 * stands. The context holds no text from articles.
 */
export async function lookUp(request: CustomerRequest, scene: Scene): Promise<Move | undefined> {
  const { model } = scene;
  const tools = model ? offeredTools(request, scene) : [];
  if (!model || tools.length === 0) return undefined;
  const messages: ModelMessage[] = [{ role: 'user', text: openingText(request, scene, model) }];
  const stablePrefix = lookUpPrefix(scene.playbook);
  let callsLeft = model.parts.settings.limits.callsPerTurn;
  let drafts = 0;
  let hasFound = false;
  for (;;) {
    const outcome = await model.step({ purpose: 'look_up', stablePrefix, tools: tools.map(offer), messages, maxTokens: MAX_TOKENS });
    if (outcome.kind === 'unavailable' || outcome.answer.kind === 'value') return ended('unavailable', scene);
    const { answer } = outcome;
    if (answer.kind === 'text') {
      const judged = judgeWords(answer.text, hasFound, request, scene, model);
      if (judged.kind === 'end') return judged.move;
      drafts += 1;
      if (drafts === DRAFTS) return ended('given_up', scene);
      messages.push({ role: 'assistant', text: answer.text, calls: [] }, { role: 'user', text: objectionText(judged.rule) });
      continue;
    }
    callsLeft -= answer.calls.length;
    if (callsLeft < 0) return ended('too_many_calls', scene);
    const results: ToolReply[] = [];
    for (const wanted of answer.calls) {
      const end = await carry(wanted, tools, request, scene, model);
      // Nothing more is sent, so the calls that are left open here reach nobody's history.
      if (end.kind === 'move') return end.move;
      hasFound ||= !end.reply.isError;
      results.push(end.reply);
    }
    messages.push({ role: 'assistant', text: answer.text, calls: answer.calls }, { role: 'results', results });
  }
}

type Judged = { readonly kind: 'end'; readonly move: Move | undefined } | { readonly kind: 'again'; readonly rule: string };

/** Words count only once a tool has returned something that they can rest on. */
function judgeWords(text: string, hasFound: boolean, request: CustomerRequest, scene: Scene, { veil }: TurnModel): Judged {
  if (NO_ANSWER.test(text)) return { kind: 'end', move: ended('unknown', scene) };
  const verdict = checkModelWords(veil.reveal(text), [], scene);
  if (verdict.kind === 'fine' && hasFound) {
    scene.rule('model_look_up');
    return { kind: 'end', move: told(request, verdict.text) };
  }
  const rule = verdict.kind === 'wrong' ? verdict.rule : 'nothing_looked_up';
  scene.rule(`model_words:${rule}`);
  return { kind: 'again', rule };
}

const objectionText = (rule: string): string =>
  dataBlock('objection', `The draft was thrown away (${rule}). Write it again from the tool results only, or NO_ANSWER.`);

function ended(how: string, scene: Scene): undefined {
  scene.rule(`model_look_up:${how}`);
  return undefined;
}

/** What reads, and what changes something after a yes of its own. What would act without a yes is not offered. */
function offeredTools({ intent }: CustomerRequest, { playbook, parts }: Scene): readonly Tool[] {
  const names = playbook.intents[intent]?.tools ?? [];
  return parts.pack.tools.filter(({ name, effect }) => names.includes(name) && (effect === 'read' || PLAN_OF_CHANGE[name] !== undefined));
}

/** Made once a tool, so that its bytes are the same in every call. */
const offers = new WeakMap<Tool, OfferedTool>();

function offer(tool: Tool): OfferedTool {
  const known = offers.get(tool);
  if (known) return known;
  const { name, description, input } = tool;
  const made = { name, description, inputSchema: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) };
  offers.set(tool, made);
  return made;
}

function openingText(request: CustomerRequest, scene: Scene, { veil }: TurnModel): string {
  const identity = scene.identity();
  const state = {
    name: scene.before.customer.name ?? '',
    account: scene.before.customer.status ?? 'unknown',
    identity: identity.kind,
    recordsRead: scene.notes.memory.seen,
  };
  return [
    historyText(scene.before, 'actions', veil),
    dataBlock('state', JSON.stringify(veil.hideValue(state))),
    dataBlock('customer', veil.hide(request.words), 'now="yes"'),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

async function carry(
  { id, name, input }: ToolRequest,
  tools: readonly Tool[],
  request: CustomerRequest,
  scene: Scene,
  { veil }: TurnModel,
): Promise<CallEnd> {
  const tool = tools.find((one) => one.name === name);
  if (tool && tool.effect === 'write') {
    const refusal = refusalOfChange(name, request, scene);
    if (refusal !== undefined) return { kind: 'reply', reply: { id, content: dataBlock('result', refusal), isError: true } };
    return { kind: 'move', move: await handedToPlan(name, veil.revealValue(input), request, scene) };
  }
  const called = await scene.call(name, veil.revealValue(input), request, undefined, 'model');
  if (called.kind === 'held' && called.verdict.kind === 'needs_proof') return { kind: 'move', move: { kind: 'prove', request } };
  const { text, isError } = resultText(called, veil);
  return { kind: 'reply', reply: { id, content: dataBlock('result', text, '', LONGEST_RESULT), isError } };
}

/** Why a wish of the model to change something goes no further; undefined: the customer asked for it, and nothing else waits for a yes. */
function refusalOfChange(name: string, { words }: CustomerRequest, scene: Scene): string | undefined {
  // A second question would take the yes that was meant for the first.
  if (scene.before.pending?.kind === 'consent') return refused('another_question_waits', name, scene);
  return PLAN_OF_CHANGE[name]?.asked.test(words) ? undefined : refused('not_asked_by_customer', name, scene);
}

function refused(rule: string, name: string, scene: Scene): string {
  scene.rule(`model_change_refused:${rule}`);
  return `refused (${rule}): ${name} was not handed on`;
}

/** The order is taken over only when it was read as this customer's own; everything else the plan finds out itself. */
function handedToPlan(name: string, input: unknown, request: CustomerRequest, scene: Scene): Promise<Move> {
  const plan = PLAN_OF_CHANGE[name];
  const intent = plan?.intent ?? request.intent;
  const topic = plan?.topic ?? request.topic;
  const order = typeof input === 'object' && input !== null && 'orderId' in input ? String(input.orderId) : '';
  const slots = scene.notes.memory.seen.includes(recordName({ table: 'orders', key: order }))
    ? { ...request.slots, order_id: order }
    : request.slots;
  scene.rule(`model_wants:${name}`);
  return planFor(topic)({ ...request, intent: intentName(intent), topic, slots }, scene);
}

function resultText(called: Called, veil: TurnModel['veil']): { readonly text: string; readonly isError: boolean } {
  switch (called.kind) {
    case 'ok':
      return { text: JSON.stringify(veil.hideValue(called.output)), isError: false };
    case 'refused':
      return { text: `refused (${called.rule}): ${veil.hide(called.because)}`, isError: true };
    case 'failed':
      return { text: `failed: ${called.code}`, isError: true };
    case 'held':
      return { text: `not carried out: ${called.verdict.rule}`, isError: true };
    case 'unknown':
      return { text: 'no result', isError: true };
    default:
      return assertNever(called);
  }
}
