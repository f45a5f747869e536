import { assertNever } from '../../../src/domain/assert-never.ts';
import type { Router } from '../../../src/agent/router/classifier.ts';
import type { MessagesRequest } from './messages-request.ts';
import type { Brain, ClaudeReply } from './strict-claude.ts';

export type Purpose = 'route' | 'answer' | 'look_up' | 'summarise' | 'article';

/** A request as a model would understand it. */
export interface ReadRequest {
  readonly purpose: Purpose;
  /** Everything after the stable prefix. */
  readonly text: string;
  /** The message that is to be answered now. */
  readonly words: string;
  readonly draft: string | undefined;
  readonly articles: readonly { readonly id: string; readonly text: string }[];
  /** The last draft was thrown away. */
  readonly isSecondDraft: boolean;
  /** Tool results of this request so far. */
  readonly results: readonly string[];
}

const TASKS: readonly (readonly [Purpose, string])[] = [
  ['route', 'say what the last customer message asks for'],
  ['answer', "answer the customer's question from the articles"],
  ['look_up', 'find out with the tools'],
  ['summarise', 'a human colleague takes this conversation over'],
  ['article', 'Draft the help article'],
];

type TextOrTool = Exclude<MessagesRequest['messages'][number]['content'], string>[number];

export function readRequest(request: MessagesRequest): ReadRequest {
  const system = typeof request.system === 'string' ? request.system : (request.system ?? []).map(({ text }) => text).join('\n');
  const blocks = request.messages.flatMap(({ content }): readonly (string | TextOrTool)[] =>
    typeof content === 'string' ? [content] : content,
  );
  const results = blocks.flatMap((block) => (typeof block !== 'string' && block.type === 'tool_result' ? [block.content] : []));
  const text = blocks.map((block) => (typeof block === 'string' ? block : block.type === 'text' ? block.text : '')).join('\n');
  return {
    purpose: TASKS.find(([, words]) => system.includes(words))?.[0] ?? 'answer',
    text,
    words: inTag(text, 'customer now="yes"', 'customer') ?? '',
    draft: inTag(text, 'draft'),
    articles: [...text.matchAll(/<article id="(A\d+)">([^]*?)<\/article>/g)].map(([, id = '', body = '']) => ({ id, text: body })),
    isSecondDraft: text.includes('<objection>'),
    results,
  };
}

function inTag(text: string, opening: string, closing = opening): string | undefined {
  const at = text.lastIndexOf(`<${opening}>`);
  if (at < 0) return undefined;
  const from = at + opening.length + 2;
  return text.slice(from, text.indexOf(`</${closing}>`, from));
}

/** Reads messages as the product's own router does, through the veil that a model sees. */
export async function routed(read: ReadRequest, router: Pick<Router, 'understand'>): Promise<ClaudeReply> {
  const history = [...read.text.matchAll(/<(customer|agent)>([^]*?)<\/\1>/g)].map(([, role, text = '']) => ({
    role: role === 'agent' ? ('agent' as const) : ('customer' as const),
    text: unveiled(text),
  }));
  const { classifications, signals } = await router.understand(unveiled(read.words), history);
  const requests = classifications.map(({ intent, topic, confidence, words }) => ({ topic: `${intent}/${topic}`, confidence, words }));
  return { kind: 'json', value: { requests, signals: [...signals], entities: [] } };
}

/** A model knows what a token stands for; a classifier has to be given something like it. */
const unveiled = (text: string): string =>
  text
    .replace(/\[EMAIL_\d+\]/g, 'someone@example.com')
    .replaceAll('[CODE]', '123456')
    .replace(/\[NAME_\d+\]/g, 'Alex')
    .replace(/\[PHONE_\d+\]/g, '+1 555 010 9999')
    .replace(/\[ADDRESS_\d+\]/g, '12 Elm Street');

/** A good colleague: says what the draft says in its own order of words, and nothing where there is none. */
export function rightWords(read: ReadRequest): ClaudeReply {
  switch (read.purpose) {
    case 'route':
      return { kind: 'json', value: { requests: [], signals: [], entities: [] } };
    case 'answer': {
      const { draft } = read;
      if (draft === undefined) return { kind: 'json', value: { kind: 'unknown', text: '', articles: [] } };
      return { kind: 'json', value: { kind: 'answer', text: reworded(draft), articles: sourcesOf(draft, read) } };
    }
    case 'look_up':
      return read.results.length === 0
        ? { kind: 'calls', calls: [{ name: 'lookup_order', input: {} }], text: 'I will look that up.' }
        : { kind: 'text', text: 'NO_ANSWER' };
    case 'summarise':
      return { kind: 'json', value: { inShort: `The customer wrote: ${read.words.slice(0, 120)}`, draft: '' } };
    case 'article':
      return { kind: 'json', value: { title: '', category: '', body: '' } };
    default:
      return assertNever(read.purpose);
  }
}

/** The same statements, said a little differently. */
export function reworded(draft: string): string {
  const plain = draft
    .replaceAll(/\bYou can\b/g, 'You are able to')
    .replaceAll(/\bplease\b/gi, 'kindly')
    .replaceAll(/\bWe do not\b/g, "We don't")
    .replaceAll(/\bin order to\b/gi, 'to');
  return `Thanks for asking. ${plain}`;
}

export function sourcesOf(draft: string, { articles }: ReadRequest): readonly string[] {
  const words = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[a-z]{4,}/g) ?? []);
  const wanted = words(draft);
  const ranked = articles
    .map(({ id, text }) => ({ id, shared: [...words(text)].filter((word) => wanted.has(word)).length }))
    .sort((left, right) => right.shared - left.shared);
  return ranked.slice(0, 1).map(({ id }) => id);
}

/** A model that routes with the product's own router and words everything rightly. */
export const goodBrain = (router: Pick<Router, 'understand'>): Brain => {
  return (request) => {
    const read = readRequest(request);
    return read.purpose === 'route' ? routed(read, router) : rightWords(read);
  };
};

export interface WrongDraft {
  readonly kind: string;
  /** Stands in the wrong draft and in nothing right. */
  readonly mark: string;
  make(draft: string, sources: readonly string[]): { readonly text: string; readonly articles: readonly string[] };
}

/** What a model may get wrong. Each changes one thing of an otherwise right draft. */
export const WRONG_DRAFTS: readonly WrongDraft[] = [
  {
    kind: 'a number',
    mark: '9797',
    make: (draft, articles) => ({
      text: /\d/.test(draft) ? draft.replace(/\d+(?:\.\d+)?/, '9797') : `${draft} It takes 9797 days.`,
      articles,
    }),
  },
  {
    kind: 'a promise',
    mark: 'double your money',
    make: (draft, articles) => ({ text: `${draft} We will refund double your money today.`, articles }),
  },
  {
    kind: 'a foreign order',
    mark: 'LF-10777',
    make: (draft, articles) => ({ text: `${draft} Your order LF-10777 was delivered on March 3.`, articles }),
  },
  {
    kind: 'an uncited policy',
    mark: 'worn outdoors',
    make: () => ({ text: 'Boots that were worn outdoors can always be exchanged at any shop of a partner.', articles: [] }),
  },
  {
    kind: 'a made-up link',
    mark: 'made-up-claims',
    make: (draft, articles) => ({ text: `${draft} Fill in [this form](https://www.larkfield.example/made-up-claims).`, articles }),
  },
  {
    kind: 'a foreign link',
    mark: 'larkfield-claims',
    make: (draft, articles) => ({ text: `${draft} Write to help@larkfield-claims.example or see larkfield-claims.example/now.`, articles }),
  },
  {
    kind: 'a policy behind a friendly opening',
    mark: 'keep the item',
    make: (draft, articles) => ({ text: `${draft}\nOf course, you may keep the item and still have the price back.`, articles }),
  },
  {
    kind: 'a promise as a question',
    mark: 'courier comes',
    make: (draft, articles) => ({ text: `${draft} Did you know that a courier comes to collect it for nothing?`, articles }),
  },
];
