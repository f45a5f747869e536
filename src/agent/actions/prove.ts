import type { CustomerRecord } from '../../tools/tool.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import type { Challenge, Identity } from '../../domain/conversation.ts';
import { askFor, type Move } from '../move.ts';
import type { Scene } from '../scene.ts';
import { daysBefore, hoursAfter, minutesAfter } from '../when.ts';
import { hashOf } from './hash-of.ts';
import { issueCode, judgeCode } from './one-time-code.ts';

/** "my account is …", "from … to …": there the address on the account is named too. */
const ADDRESS_ON_ACCOUNT =
  /\b(?:account (?:is|under|with|email is)|from|old (?:one|e-?mail|address)(?: is)?|registered (?:with|under|as)|currently|under)[:\s]+([^\s@,;]+@[^\s@,;]+\.[a-z]{2,})/i;
/** Requests in which an address names the new one, not the one on the account. */
const NAMES_A_NEW_ADDRESS = new Set(['change_email']);

/**
 * Starts the proof of identity: a code goes to the address on the account. What the customer reads and how long it takes
 * are the same whether that account exists or not.
 */
export async function prove(request: CustomerRequest, scene: Scene, stated?: string): Promise<Move> {
  if (!scene.parts.canMail) {
    return { kind: 'hand_over', reason: { kind: 'identity_unprovable', because: 'no_mail' }, before: scene.say('code.no_mail') };
  }
  if (await isLockedOut(scene)) {
    scene.rule('identity_locked');
    return { kind: 'hand_over', reason: { kind: 'identity_unprovable', because: 'locked' }, before: scene.say('code.locked') };
  }
  const email = stated ?? addressFor(request, scene);
  if (email === undefined) return askFor('email', request, scene.say('code.ask_email'));
  return sendCode(email, request, scene);
}

function addressFor(request: CustomerRequest, scene: Scene): string | undefined {
  const inWords = NAMES_A_NEW_ADDRESS.has(request.topic)
    ? ADDRESS_ON_ACCOUNT.exec(request.words)?.[1]
    : request.entities.find(({ type }) => type === 'email')?.value;
  const identity = scene.identity();
  return inWords ?? (identity.kind === 'anonymous' ? undefined : identity.email) ?? scene.speaker.email;
}

async function sendCode(address: string, request: CustomerRequest, scene: Scene): Promise<Move> {
  const email = address.trim().toLowerCase();
  const { settings, keys } = limitsOf(email, scene);
  const since = hoursAfter(scene.at, -1);
  const [toAddress, byPerson] = await Promise.all([
    scene.parts.store.sumTallies(keys.sentTo, since),
    scene.parts.store.sumTallies(keys.askedBy, since),
  ]);
  const known = await scene.parts.pack.customerByEmail(email);
  const holder = { conversation: scene.before.id, participant: scene.speaker.key };
  const { code, challenge } = issueCode(holder, known?.customerId, scene.at, settings, scene.parts.random);
  const question = { kind: 'code', about: 'identity', request, timesAsked: 1 } as const;
  scene.notes.facts.push(email, `${settings.codeMinutes} minutes`, '6-digit');
  if (toAddress.amount >= settings.codesToAddressPerHour || byPerson.amount >= settings.codesPerHour) {
    scene.rule('code_rate_limited');
    return { kind: 'ask', text: scene.say('code.rate_limited'), private: false, question };
  }
  const before = scene.identity();
  scene.notes.identities.set(scene.speaker.key, { kind: 'claimed', email, challenge });
  scene.notes.tallies.push({ key: keys.sentTo, at: scene.at, amount: 1 }, { key: keys.askedBy, at: scene.at, amount: 1 });
  if (known) scene.mail(known.email, scene.say('code.mail_subject'), scene.say('code.mail', { code, minutes: settings.codeMinutes }), true);
  scene.rule('code_sent');
  scene.emit('identity.code_sent', { participant: personHash(scene), channel: scene.before.thread.channel });
  const key = before.kind === 'claimed' && before.email === email ? 'code.sent_again' : 'code.sent';
  return { kind: 'ask', text: scene.say(key, { email, minutes: settings.codeMinutes }), private: false, question };
}

export type CodeResult = { readonly kind: 'proved' } | { readonly kind: 'not_proved'; readonly move: Move };

/** Judges the code that the speaker sent. A wrong one costs a try; an expired or worn-out one is replaced on request. */
export async function takeCode(code: string, request: CustomerRequest, scene: Scene): Promise<CodeResult> {
  const identity = scene.identity();
  const challenge = identity.kind === 'claimed' ? identity.challenge : undefined;
  if (identity.kind !== 'claimed' || !challenge) return { kind: 'not_proved', move: await prove(request, scene) };
  const holder = { conversation: scene.before.id, participant: scene.speaker.key };
  const verdict = judgeCode(challenge, holder, code, scene.at);
  if (verdict === 'right' && challenge.customerId !== undefined) {
    const customer = await scene.parts.pack.customerById(challenge.customerId);
    if (customer) return proved(customer, scene);
  }
  return { kind: 'not_proved', move: await notProved(verdict === 'right' ? 'wrong' : verdict, identity, challenge, request, scene) };
}

function proved(customer: CustomerRecord, scene: Scene): CodeResult {
  const { keys } = limitsOf(customer.email, scene);
  // A code that was used harmed nobody, so it no longer counts against the limit.
  scene.notes.tallies.push({ key: keys.sentTo, at: scene.at, amount: -1 }, { key: keys.askedBy, at: scene.at, amount: -1 });
  const { idleMinutes, maxHours } = scene.playbook.agent.identity;
  const latest = hoursAfter(scene.at, maxHours);
  const idle = minutesAfter(scene.at, idleMinutes);
  scene.notes.identities.set(scene.speaker.key, {
    kind: 'verified',
    customerId: customer.customerId,
    email: customer.email,
    verifiedAt: scene.at,
    lastUsedAt: scene.at,
    // People answer a mail hours later, so only the longer limit holds there.
    expiresAt: scene.manners.isMail || latest < idle ? latest : idle,
  });
  scene.rule('identity_proved');
  scene.emit('identity.proved', { participant: personHash(scene), channel: scene.before.thread.channel });
  return { kind: 'proved' };
}

async function notProved(
  verdict: 'wrong' | 'expired' | 'too_many',
  identity: Extract<Identity, { kind: 'claimed' }>,
  challenge: Challenge,
  request: CustomerRequest,
  scene: Scene,
): Promise<Move> {
  const left = challenge.triesLeft - 1;
  scene.notes.identities.set(scene.speaker.key, { ...identity, challenge: { ...challenge, triesLeft: Math.max(0, left) } });
  scene.notes.tallies.push({ key: limitsOf(identity.email, scene).keys.failedBy, at: scene.at, amount: 1 });
  scene.emit('identity.failed', { participant: personHash(scene), because: verdict });
  scene.rule(`code_${verdict}`);
  const question = { kind: 'code', about: 'identity', request, timesAsked: 1 } as const;
  if (await isLockedOut(scene))
    return { kind: 'hand_over', reason: { kind: 'identity_unprovable', because: 'locked' }, before: scene.say('code.locked') };
  if (verdict === 'expired') return withPreface(scene.say('code.expired'), await prove(request, scene, identity.email));
  if (verdict === 'too_many' || left <= 0) return { kind: 'ask', text: scene.say('code.worn_out'), private: false, question };
  return { kind: 'ask', text: scene.say('code.wrong'), private: false, question };
}

function withPreface(preface: string, move: Move): Move {
  return move.kind === 'ask' ? { ...move, text: `${preface} ${move.text}` } : move;
}

/** Extends a proof while it is used; an hour of silence in a chat ends it. */
export function keepProofAlive(
  identity: Identity,
  at: Date,
  settings: { readonly idleMinutes: number; readonly maxHours: number },
  isMail: boolean,
): Identity {
  if (identity.kind !== 'verified' || at >= identity.expiresAt) return identity;
  const latest = hoursAfter(identity.verifiedAt, settings.maxHours);
  const idle = minutesAfter(at, settings.idleMinutes);
  return { ...identity, lastUsedAt: at, expiresAt: isMail || latest < idle ? latest : idle };
}

async function isLockedOut(scene: Scene): Promise<boolean> {
  const { keys, settings } = limitsOf('', scene);
  const failed = await scene.parts.store.sumTallies(keys.failedBy, daysBefore(scene.at, 1));
  const now = scene.notes.tallies.filter(({ key }) => key === keys.failedBy).length;
  return failed.count + now >= settings.failuresPerDay;
}

function limitsOf(
  email: string,
  scene: Scene,
): {
  readonly settings: Scene['playbook']['agent']['identity'];
  readonly keys: { readonly sentTo: string; readonly askedBy: string; readonly failedBy: string };
} {
  const person = personHash(scene);
  return {
    settings: scene.playbook.agent.identity,
    keys: {
      sentTo: `code/to/${hashOf(email.toLowerCase()).slice(0, 24)}`,
      askedBy: `code/by/${person}/${hashOf(scene.before.id).slice(0, 12)}`,
      failedBy: `code/failed/${person}`,
    },
  };
}

/** People are counted by a hash: tallies and events hold no addresses. */
export const personHash = (scene: Scene): string => hashOf(scene.speaker.key).slice(0, 24);
