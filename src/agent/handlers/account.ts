import { accountView, changeDone, type AccountView } from '../../domain/commerce.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import type { Words } from '../languages/language.ts';
import { readShortAnswer } from '../conversation/short-answer.ts';
import { askFor, told, type Move } from '../move.ts';
import { hasReply } from '../replies.ts';
import type { Scene } from '../scene.ts';
import type { Speech } from '../speech.ts';
import { addressAnswer, addressIn } from './address-in.ts';
import type { Plan } from './handler.ts';
import { problemWith } from './problem-with.ts';
import { propose } from './propose.ts';

type AccountPlan = (account: AccountView, request: CustomerRequest, scene: Scene) => Move | Promise<Move>;

/** Reads the account first, so that a locked or closed one goes to a human whatever was asked. */
function onAccount(plan: AccountPlan): Plan {
  return async (request, scene) => {
    const called = await scene.call('lookup_account', {}, request);
    const problem = problemWith(called, 'lookup_account', request, scene);
    if (problem) return problem;
    if (called.kind !== 'ok') return told(request, scene.say('action.failed'));
    const account = accountView.parse(called.output);
    if (account.status === 'active') return plan(account, request, scene);
    return {
      kind: 'hand_over',
      reason: { kind: 'identity_unprovable', because: 'locked' },
      before: scene.say('account.locked'),
      private: true,
    };
  };
}

export const accountDetails = onAccount((account, request, scene) => {
  const phone = account.phone ?? scene.say('value.none');
  const switched = scene.say(account.newsletter ? 'value.on' : 'value.off');
  const { name, email, address } = account;
  const since = scene.speech.fullDay(account.memberSince);
  // "none" and "on" stand in no result: said in words here, so that the check of the reply knows them.
  scene.notes.facts.push(`phone: ${phone}`, `customer since ${since}, newsletter ${switched}`);
  return told(request, scene.say('account.details', { name, email, phone, address, since, newsletter: switched }));
});

export const resetPassword = onAccount((_account, request, scene) => sendResetLink(request, scene));

/**
 * Asking for it is consent enough: the link goes to the mailbox that was proved a moment ago and changes nothing by itself.
 * While another change waits for its yes, a message that asks for this in passing may be somebody's text: then it is asked.
 */
async function sendResetLink(request: CustomerRequest, scene: Scene): Promise<Move> {
  if (scene.before.pending?.kind === 'consent')
    return propose({ tool: 'reset_password', input: {}, rendered: ({ say }) => say('account.reset_rendered') }, request, scene);
  const called = await scene.call('reset_password', {}, request);
  const problem = problemWith(called, 'reset_password', request, scene);
  if (problem) return problem;
  return called.kind === 'ok'
    ? told(request, resetWords(changeDone.parse(called.output).detail, scene))
    : told(request, scene.say('action.failed'));
}

const resetWords = (detail: string, { speech, say }: Scene): string =>
  speech.isEnglish ? say('account.reset_done', { detail }) : say('account.reset_sent');

export const changeEmail = onAccount((account, request, scene) => {
  const email =
    request.slots['new_email'] ??
    request.entities.find(({ type, value }) => type === 'email' && value.toLowerCase() !== account.email.toLowerCase())?.value;
  if (email === undefined) return askFor('new_email', request, scene.say('account.ask_email'));
  return proposeUpdate('email', email, request, scene);
});

/** The owner stops a change that waits. Whoever asked for it has been in the mailbox, so a human looks at the account as well. */
export const keepEmail = onAccount(async (account, request, scene) => {
  const { email, pendingEmail } = account;
  const reason = {
    kind: 'needs_specialist',
    because: 'the customer did not ask for a change of the mail address: check for a takeover',
  } as const;
  scene.notes.facts.push(email);
  if (pendingEmail === undefined) {
    return { kind: 'hand_over', reason, before: scene.say('account.email_nothing_waits', { email }), private: true };
  }
  const called = await scene.call('withdraw_email_change', { email: pendingEmail }, request);
  const problem = problemWith(called, 'withdraw_email_change', request, scene);
  if (problem) return problem;
  if (called.kind !== 'ok') return told(request, scene.say('action.failed'));
  scene.rule('email_change_stopped');
  const { detail } = changeDone.parse(called.output);
  return {
    kind: 'hand_over',
    reason,
    before: scene.speech.isEnglish ? scene.say('account.email_kept', { detail }) : scene.say('account.email_stays'),
    private: true,
  };
});

export const newsletter = onAccount((_account, request, scene) =>
  proposeUpdate('newsletter', scene.language.words.account.switchOff.test(request.words) ? 'off' : 'on', request, scene),
);

export const changeDetails = onAccount((_account, request, scene) => {
  const field = request.slots['field'] ?? fieldIn(request.words, scene.language.words);
  if (field === undefined) return askFor('field', request, scene.say('account.ask_field'));
  const withField = { ...request, slots: { ...request.slots, field } };
  const value = request.slots['new_value'] ?? newValue(field, request, scene.language.words);
  if (value === undefined) return askFor('new_value', withField, scene.say('account.ask_value', { field: fieldName(field, scene, scene) }));
  return proposeUpdate(field, value, withField, scene);
});

/** Which detail of the account the words are about. */
export const fieldIn = (text: string, { account }: Words): string | undefined =>
  account.details.find(({ words }) => words.test(text))?.field;

/** Reads the answer to "what should it be?" for a field of the account. */
export function accountValue(field: string, text: string, entities: CustomerRequest['entities'], words: Words): string | undefined {
  const line = text.trim();
  switch (field) {
    case 'phone':
      return entities.find(({ type }) => type === 'phone')?.value ?? (/^\+?[\d\s().-]{7,20}$/.test(line) ? line : undefined);
    case 'address':
      return addressAnswer(line, words);
    case 'name':
      return line.length >= 2 && line.length <= 80 && !/[?\d@]/.test(line) && readShortAnswer(line, words) === 'unclear'
        ? line.replace(words.account.beforeName, '').replace(/[.!]$/, '')
        : undefined;
    default:
      return undefined;
  }
}

function newValue(field: string, { words, entities }: CustomerRequest, said: Words): string | undefined {
  if (field === 'phone') return entities.find(({ type }) => type === 'phone')?.value;
  if (field === 'address') return addressIn(words, said);
  return said.account.newName.exec(words)?.[1];
}

const fieldName = (field: string, { playbook }: Scene, { say, language }: Pick<Speech, 'say' | 'language'>): string =>
  hasReply(playbook, language.code, `field.${field}`) ? say(`field.${field}`) : field;

function proposeUpdate(field: string, value: string, request: CustomerRequest, scene: Scene): Move {
  scene.notes.facts.push(value);
  const key =
    field === 'newsletter'
      ? `account.rendered_newsletter_${value}`
      : field === 'email'
        ? 'account.rendered_email'
        : 'account.rendered_change';
  return propose(
    {
      tool: 'update_account',
      input: { field, value },
      rendered: (speech) => speech.say(key, { field: fieldName(field, scene, speech), value }),
    },
    request,
    scene,
  );
}

/** Closing an account takes a human: orders, refunds and law hang on it. */
export const deleteAccount: Plan = async (_request, scene) => ({
  kind: 'hand_over',
  reason: { kind: 'needs_specialist', because: 'the account is to be deleted' },
  before: scene.say('account.delete'),
});

export const lockedAccount: Plan = async (_request, scene) => ({
  kind: 'hand_over',
  reason: { kind: 'identity_unprovable', because: 'locked' },
  before: scene.say('account.locked'),
});
