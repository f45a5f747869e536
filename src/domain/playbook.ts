import { z } from 'zod';
import { PRIORITIES } from './decision.ts';
import { LANGUAGE_CODES } from './language-code.ts';

const priority = z.enum(PRIORITIES);
const cents = z.int().nonnegative();

/** One row of `config/intents.yaml`, without its utterances. */
export const intentRow = z.strictObject({
  description: z.string(),
  /** Tools that a turn of this intent may call. */
  tools: z.array(z.string()),
  /** Calibrated confidence below which a human decides, 0–1. */
  threshold: z.number().min(0).max(1),
  /** Knowledge categories to search; empty: all. */
  categories: z.array(z.string()),
  /** `off`: always a human · `draft`: the answer goes to the desk for approval · `auto`. */
  autonomy: z.enum(['off', 'draft', 'auto']),
  queue: z.string(),
  priority,
});
export type IntentRow = z.infer<typeof intentRow>;

/**
 * What customers write, one entry an utterance: a list, or one block of text with a line for each. A list of thousands costs
 * a reader of YAML a tenth of a second and twenty megabytes; a block costs neither, and needs no quotes.
 */
export const utterances = z.preprocess(readUtterances, z.array(z.string().trim().min(1)).min(1));

function readUtterances(value: unknown): unknown {
  if (typeof value === 'string') return value.split('\n').filter((line) => line.trim() !== '');
  // A customer who writes nothing but a number is one to YAML.
  return Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'number' ? String(one) : one)) : value;
}

/** `config/escalation.yaml`: the order of `rules` is the order in which they are tried. */
export const escalationSettings = z.strictObject({
  rules: z.array(
    z.strictObject({
      name: z.string(),
      priority,
      /** Overrides the intent's queue. */
      queue: z.string().optional(),
    }),
  ),
  limits: z.strictObject({
    /** Angry customer messages in a row. */
    angryInARow: z.int().positive(),
    /** Times the same unresolved question is asked. */
    sameQuestion: z.int().positive(),
    /** Customer messages, codes and bare yes/no not counted. */
    customerMessages: z.int().positive(),
    /** A disputed charge above this goes to a human. */
    disputeAboveCents: cents,
    clarificationsInARow: z.int().positive(),
  }),
});
export type EscalationSettings = z.infer<typeof escalationSettings>;

const plainValue = z.union([z.string(), z.number(), z.boolean()]);
/** A value that the fact has to equal, or tests that it all has to pass. */
export const predicateTest = z.union([
  plainValue,
  z
    .strictObject({
      is: plainValue.optional(),
      in: z.array(plainValue).min(1).optional(),
      above: z.number().optional(),
      atLeast: z.number().optional(),
      below: z.number().optional(),
      atMost: z.number().optional(),
      contains: z.string().min(1).optional(),
      olderThanDays: z.number().nonnegative().optional(),
      youngerThanDays: z.number().nonnegative().optional(),
      known: z.boolean().optional(),
    })
    .refine((tests) => Object.keys(tests).length > 0, { error: 'expected at least one test such as `above: 5000`' }),
]);
export type PredicateTest = z.infer<typeof predicateTest>;
const conditions = z.record(
  z
    .string()
    .regex(/^(?:(?:input|record|customer)(?:\.\w+)+|amountCents|said)$/, 'a fact such as input.reason, record.status, amountCents or said'),
  predicateTest,
);
export type Conditions = z.infer<typeof conditions>;

/** One row of `predicates:`: a rule of the company as data. It objects when all of `when` holds and not all of `unless`. */
export const predicate = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/, 'a name of small letters, digits and _'),
  tools: z.array(z.string()).min(1),
  when: conditions.refine((all) => Object.keys(all).length > 0, { error: 'expected at least one condition' }),
  unless: conditions.optional(),
  /** Goes on from "That couldn't be done: …". */
  customer: z.string().min(1),
  human: z.string().min(1),
});
export type Predicate = z.infer<typeof predicate>;

/** `config/policies.yaml`: amounts in cents of the shop's currency, windows in days. */
export const policySettings = z.strictObject({
  /** ISO 4217; a call that moves money in another currency is refused. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('USD'),
  approval: z.strictObject({
    /** A refund above this waits for a human; exactly this much does not. */
    refundAboveCents: cents,
    /** Above this, summed over one customer's 24 hours, two people approve. */
    secondApproverAboveCents: cents.default(75_000),
    role: z.string(),
    expiresAfterHours: z.number().positive(),
    promiseHours: z.number().positive(),
  }),
  limits: z.strictObject({
    /** Refunds of one customer within 24 hours, summed, above which a human approves. */
    refundPerCustomerDayCents: cents,
    /** Refunds of the whole shop within 24 hours, above which a human approves. */
    refundPerShopDayCents: cents,
    /** Refunds of the whole shop within 24 hours that nothing passes, approved or not. */
    capPerShopDayCents: cents.default(1_000_000),
    /** Times one and the same change is put to a customer in a conversation; the next one goes to a human. */
    sameProposal: z.int().positive().default(2),
  }),
  account: z
    .strictObject({
      /** Days that a changed mail address waits while the old one can still stop it. */
      emailWaitsDays: z.number().positive(),
    })
    .default({ emailWaitsDays: 7 }),
  /** When a change whose end nobody saw is looked up again, in minutes after it was begun; after the last time a human does. */
  checking: z.strictObject({ afterMinutes: z.array(z.number().positive()).min(1) }).default({ afterMinutes: [1, 5, 15] }),
  refund: z.strictObject({
    windowDays: z.int().positive(),
    damagedWindowDays: z.int().positive(),
    /** Days without a carrier scan after which a parcel counts as lost. */
    lostAfterDays: z.int().positive(),
    paidWithin: z.string(),
  }),
  predicates: z.array(predicate).default([]),
  /** Every named rule with what the customer and what the human reads. */
  rules: z.record(z.string(), z.strictObject({ customer: z.string(), human: z.string() })),
});
export type PolicySettings = z.infer<typeof policySettings>;

function isPattern(text: string): boolean {
  try {
    return new RegExp(text).source !== '';
  } catch {
    return false;
  }
}

/** The part of `config/default.yaml` that decides what is said and done. */
export const agentSettings = z.strictObject({
  /** Languages in which customers are answered, ISO 639-1; whoever writes another one is told so and handed to a human. */
  languages: z.array(z.enum(LANGUAGE_CODES)).min(1),
  /** What an order number looks like, as a regular expression without anchors. */
  orderIdPattern: z.string().refine(isPattern, { error: 'expected a regular expression such as LF-\\d{5}' }),
  company: z.strictObject({
    name: z.string(),
    agentName: z.string(),
    /** Said in the first message and in every mail's signature. */
    disclosure: z.string(),
    signature: z.string(),
    /** IANA name; dates are written in it. */
    timezone: z.string(),
    /** Hosts besides those of the articles that a reply may link to. */
    linkHosts: z.array(z.string()),
  }),
  identity: z.strictObject({
    codeMinutes: z.number().positive(),
    tries: z.int().positive(),
    /** Unused codes of one person in one conversation. */
    codesPerHour: z.int().positive(),
    /** Unused codes to one address, from whomever and wherever. */
    codesToAddressPerHour: z.int().positive(),
    failuresPerDay: z.int().positive(),
    idleMinutes: z.number().positive(),
    maxHours: z.number().positive(),
  }),
  knowledge: z.strictObject({
    /** Rerank score under which the honest answer is "I don't know", 0–1. */
    floor: z.number().min(0).max(1),
    candidates: z.int().positive(),
    passages: z.int().positive(),
  }),
  survey: z.strictObject({ enabled: z.boolean() }),
});
export type AgentSettings = z.infer<typeof agentSettings>;

const wordsOfRows = z.record(z.string().min(1), z.array(z.string().trim().min(1)));
/** `config/languages/CODE/products.yaml`: English words of the catalogue → what customers say instead. */
export const productWords = z.strictObject({
  /** Words of the products' names. */
  products: wordsOfRows.default({}),
  /** Words of their descriptions. */
  features: wordsOfRows.default({}),
  /** Further parts of words that are written together. */
  parts: wordsOfRows.default({}),
});
export type ProductWords = z.infer<typeof productWords>;

/** Everything that a conversation is decided by, pinned to it when it opens. Plain data: it is stored as JSON. */
export const playbook = z.strictObject({
  agent: agentSettings,
  intents: z.record(z.string(), intentRow),
  escalation: escalationSettings,
  policies: policySettings,
  /** Every sentence the agent can say without a model: key → one or more wordings with `{name}` placeholders. */
  replies: z.record(z.string(), z.array(z.string()).min(1)),
  /** The same in other languages, by ISO 639-1 and key; what one lacks is said in English. */
  translations: z.record(z.string(), z.record(z.string(), z.array(z.string()).min(1))),
  /** How customers call the products in other languages, by ISO 639-1. */
  productWords: z.record(z.string(), productWords).default({}),
});
export type Playbook = z.infer<typeof playbook>;
