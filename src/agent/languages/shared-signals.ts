import type { Signal } from '../../domain/classification.ts';
import type { SignalRule } from '../router/signal-rule.ts';
import { plain, type Pattern } from './pattern.ts';

/** How a language says it, and what looks like it and is something else. */
type Wording = Pick<SignalRule, 'pattern' | 'unless'>;

/** What a language that is no English says of money, calls and courtesies; which signals these raise is the same in all. */
export interface EverydayWords {
  readonly chargedTwice: Wording;
  readonly unknownCharge: Wording;
  readonly wrongAmount: Wording;
  /** "It said 25 and you took 75." */
  readonly otherAmount: Wording;
  /** "Maria had my case, could she write to me?" */
  readonly namedColleague: Wording;
  /** "When will somebody call? You said yesterday." */
  readonly promisedCall: Wording;
  readonly thanks: Wording;
  readonly greeting: Wording;
  readonly alreadyAsked: Wording;
  readonly notAnswered: Wording;
}

const RAISES: readonly { readonly said: keyof EverydayWords; readonly signal: Signal; readonly name: string }[] = [
  { said: 'chargedTwice', signal: 'disputes_charge', name: 'charged_twice' },
  { said: 'unknownCharge', signal: 'disputes_charge', name: 'unknown_charge' },
  { said: 'wrongAmount', signal: 'disputes_charge', name: 'wrong_amount' },
  { said: 'otherAmount', signal: 'disputes_charge', name: 'other_amount' },
  { said: 'namedColleague', signal: 'asks_for_human', name: 'named_colleague' },
  { said: 'promisedCall', signal: 'asks_for_human', name: 'promised_call' },
  { said: 'thanks', signal: 'thanks', name: 'thanks' },
  { said: 'greeting', signal: 'greeting', name: 'greeting' },
  { said: 'alreadyAsked', signal: 'repeats_question', name: 'already_asked' },
  { said: 'notAnswered', signal: 'repeats_question', name: 'not_answered' },
];

export const signalsSaidAs = (words: EverydayWords): readonly SignalRule[] =>
  RAISES.map(({ said, signal, name }) => ({ signal, name, ...words[said] }));

const AMOUNT = '(?<![\\w/.-])\\d{1,4}(?:[.,]\\d{1,2})?(?![\\w/-]|\\.\\s?(?:jan|feb|mae?r|apr|mai|jun|jul|aug|sep|okt|nov|dez))';

/** Two amounts, a verb of charging and a word that sets one against the other, in any order on one line. */
export const amountAgainstAmount = (charged: string, against: string): Pattern =>
  plain(
    new RegExp(
      `^(?=[^\\n]{0,300}\\b(?:${charged})\\b)(?=[^\\n]{0,300}\\b(?:${against})\\b)[^\\n]{0,300}?${AMOUNT}[^\\n]{1,80}?${AMOUNT}`,
      'mu',
    ),
  );

/** Somebody who had the case, and the wish to reach them, close to each other in either order. */
export const handledAndReached = (handled: string, reach: string): Pattern =>
  plain(new RegExp(`\\b(?:(?:${handled})\\b[^\\n]{0,80}\\b(?:${reach})|(?:${reach})\\b[^\\n]{0,80}\\b(?:${handled}))(?!\\p{L})`, 'u'));

/** Whoever brings a parcel calls too. */
export const BY_COURIER = plain(
  /\b(?:fahrer|bote|kurier|zusteller|livreur|transporteur|facteur|repartidor|mensajero|cartero|entregador|estafeta|carteiro|corriere|postino|koerier|bezorger|postbode)\w{0,2}\b/u,
);
