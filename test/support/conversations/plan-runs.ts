import type { ConversationCase, People } from './conversation-file.ts';
import { wordsOf } from './conversation-file.ts';

/** Conversations that share one shop and one clock, in the order in which they are played. */
export type Run = readonly ConversationCase[];

/** How much of one person a run can hold: two conversations that only look, or one that changes something. */
const ROOM = 2;

/**
 * Spreads the conversations over as few runs as their people allow: what one changes must not be seen by another, a
 * person's limits (codes an hour, refunds a day) must not be used up by somebody else's test, and only the last one
 * of a run may move the clock.
 */
export function planRuns(cases: readonly ConversationCase[], people: People): readonly Run[] {
  const runs: { readonly held: Map<string, number>; readonly cases: ConversationCase[]; last: ConversationCase | undefined }[] = [];
  for (const one of cases) {
    const persons = personsIn(one, people);
    const weight = changesSomething(one) ? ROOM : 1;
    const fits = ({ held, last }: (typeof runs)[number]) =>
      persons.every((person) => (held.get(person) ?? 0) + weight <= ROOM) && !(movesClock(one) && last !== undefined);
    let run = runs.find(fits);
    if (run === undefined) {
      run = { held: new Map(), cases: [], last: undefined };
      runs.push(run);
    }
    for (const person of persons) run.held.set(person, (run.held.get(person) ?? 0) + weight);
    if (movesClock(one)) run.last = one;
    else run.cases.push(one);
  }
  return runs.map(({ cases: early, last }) => (last ? [...early, last] : early));
}

/** Addresses of everybody the conversation is about: who writes, who is named, who owns an order that is named. */
export function personsIn(one: ConversationCase, people: People): readonly string[] {
  const words = wordsOf(one).toLowerCase();
  const named = words.match(/[\w.+-]+@[\w.-]+\.[a-z]+/g) ?? [];
  const owners = Object.entries(people.customers)
    .filter(([, { orders }]) => Object.keys(orders).some((order) => words.includes(order.slice(3))))
    .map(([address]) => address);
  return [...new Set([...named, ...owners])];
}

function changesSomething({ final, outcome, steps, actions_overall }: ConversationCase): boolean {
  const guesses = steps.some((step) => 'customer' in step && step.customer.includes('{wrong code}'));
  const codes = steps.filter((step) => step.expect?.code_to !== undefined).length;
  return final.length > 0 || actions_overall.length > 0 || guesses || codes > 1 || outcome.some((end) => end !== 'resolved');
}

const movesClock = ({ steps }: ConversationCase): boolean => steps.some((step) => 'advance' in step);
