import { definePolicy, defineRule, type PolicyCall } from 'deskhand/pack';
import { says } from '../../world/words.ts';
import type { Airline } from '../airline.ts';
import { reservationFacts, statusesOf, type ReservationFacts } from '../facts.ts';
import type { CancelInput } from '../inputs.ts';
import { notCancelled, nothingFlownToCancel } from './reservation.ts';

type Facts = ReservationFacts<CancelInput>;

/** Anything that reads as a reason. Wide on purpose: only a bare request to cancel says nothing of it. */
const REASON =
  /because|\bsince\b|due to|reason|\bas (?:i|we|my|the)\b|\bso (?:that )?(?:i|we)\b|need(?:ed)? to|ha(?:ve|s|d) to|can(?:'t|not)|won't|unable|no longer|don't (?:need|want)|not going|instead|chang|\bplans?\b|mistake|accident|wrong|duplicate|twice|double|mix-?up|sick|\bill\b|health|medical|weather|storm|emergency|family|work|meeting|conflict|schedule|event|trip|travel|cancel+ed|cancel+ation (?:by|from)|delay|passed away|death|funeral|wedding|expensive|budget|price|cheap|book|friend|\bson\b|daughter|refund/;

export const reasonObtained = defineRule<Facts>({
  name: 'cancel_reason_obtained',
  policy: 'Cancel flight: the agent has to obtain the reason for the cancellation.',
  customer: 'I need to know why you would like to cancel it',
  human: 'The customer gave no reason.',
  breach: ({ story }) => (says(story, REASON) ? undefined : 'nothing that was said is a reason'),
});

/** Reasons that the insurance covers: the health of somebody, or the weather. */
const COVERED =
  /\b(?:sick\w*|ill|illness\w*|unwell|health\w*|medical\w*|medication|hospital\w*|surger\w*|surgical|operation|injur\w*|doctor\w*|physician|emergency room|flu|fever\w*|covid\w*|corona\w*|virus\w*|infect\w*|disease\w*|pregnan\w*|broke (?:my|his|her|a|an)|broken|fractur\w*|sprain\w*|diagnos\w*|symptom\w*|pain\w*|migraine\w*|poison\w*|contagious|allerg\w*|anxiety|depress\w*|cancer|stroke|heart attack|a cold|not (?:feel\w*|been|doing) (?:so |very |too )?(?:well|good|great)|feel\w* (?:bad|ill|terrible|awful)|under the weather|weather\w*|storms?|thunderstorm\w*|snowstorm\w*|hurricane\w*|snow\w*|blizzard\w*|tornado\w*|typhoon\w*|cyclone\w*|flood\w*|fog\w*|ice|icy|wind\w*|rain\w*|heat ?wave)\b/;
const A_DAY_MS = 86_400_000;

export const cancellable = defineRule<Facts>({
  name: 'cancel_grounds',
  policy:
    'Cancel flight: only if it was booked within the last 24 hours, or the airline cancelled a flight, or it is business, or it is insured and the reason (health or weather) is covered.',
  customer:
    'it can only be cancelled within 24 hours of booking, when the airline cancelled a flight, in business class, or with insurance for health or weather reasons',
  human: 'None of the four grounds for a cancellation holds.',
  breach({ airline, reservation, story, at }) {
    const ageMs = at.getTime() - Date.parse(`${reservation.created_at}Z`);
    const grounds = [
      ageMs <= A_DAY_MS,
      statusesOf(airline, reservation).includes('cancelled'),
      reservation.cabin === 'business',
      reservation.insurance === 'yes' && says(story, COVERED),
    ];
    if (grounds.includes(true)) return undefined;
    const hours = Math.floor(ageMs / 3_600_000);
    return `booked ${hours} hours ago, ${reservation.cabin}, insurance: ${reservation.insurance}, no flight cancelled by the airline`;
  },
});

export const cancelPolicy = (airline: Airline) =>
  definePolicy({
    facts: (call: PolicyCall<CancelInput>) => reservationFacts(airline)(call),
    rules: [notCancelled, nothingFlownToCancel, cancellable, reasonObtained],
  });
