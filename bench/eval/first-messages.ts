import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import type { EvalRow, Score } from './row.ts';
import { intentOfTopic, understandShipped } from './shipped-router.ts';

const FIXTURES = new URL('../../test/agent/router/fixtures/', import.meta.url);
const messages = z.array(z.strictObject({ say: z.string(), intents: z.array(z.string()).min(1) }));

interface FirstMessages {
  readonly file: string;
  /** What was right before anybody tuned on it: of messages with one request, of those with several. */
  readonly firstContact: string;
}

/** Openings of conversations, each with the intents that their writer meant. */
export const FIRST_MESSAGES: Readonly<Record<string, FirstMessages>> = {
  'first messages': { file: 'first-messages.yaml', firstContact: 'one request 72.5, several 15' },
  'first messages, untouched': {
    file: 'first-messages-second.yaml',
    firstContact: 'one request 80.8, several 25; by the utterances before them 79.2 and 25',
  },
};

export interface FirstMessage {
  readonly say: string;
  readonly intents: readonly string[];
}

export const readFirstMessages = ({ file }: FirstMessages): readonly FirstMessage[] =>
  messages.parse(parse(readFileSync(fileURLToPath(new URL(file, FIXTURES)), 'utf8')));

/** Questions that the knowledge answers alike, whether they are filed with the goods or with what is done with them. */
const ABOUT_THE_SHOP = new Set(['delivery_policy', 'refund_policy', 'warranty', 'how_to_order', 'company']);

/** The intents a topic may be filed under; a greeting is no request and has a name of its own. */
function namesOf(topic: string): readonly string[] {
  if (topic === 'small_talk') return ['small_talk'];
  return [intentOfTopic(topic), ...(ABOUT_THE_SHOP.has(topic) ? ['product_question'] : [])];
}

/** Every intent is found and none besides. */
export function isReadRight({ say, intents }: FirstMessage): boolean {
  const found = understandShipped(say).classifications.map(({ topic }) => namesOf(topic));
  return (
    found.every((names) => names.some((name) => intents.includes(name))) &&
    intents.every((wanted) => found.some((names) => names.includes(wanted)))
  );
}

export const firstMessages: EvalRow = {
  about: 'first messages of customers with the intents that their writer meant',
  needs: [],
  run: () => Promise.resolve(Object.entries(FIRST_MESSAGES).flatMap(([name, set]) => scoresOf(name, set))),
};

function scoresOf(name: string, set: FirstMessages): Score[] {
  const all = readFirstMessages(set);
  const score = (what: string, some: readonly FirstMessage[]): Score => ({
    what: `${name}: ${what}`,
    value: (100 * some.filter(isReadRight).length) / some.length,
    unit: '%',
    split: `own set, ${some.length}; first contact: ${set.firstContact}`,
  });
  return [
    score(
      'one request, intent right',
      all.filter(({ intents }) => intents.length === 1),
    ),
    score(
      'several requests, all right',
      all.filter(({ intents }) => intents.length > 1),
    ),
  ];
}
