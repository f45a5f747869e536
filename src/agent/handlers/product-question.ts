import { productsFound, type ProductsFound } from '../../domain/commerce.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { stemsOf } from '../../domain/text/words.ts';
import type { Answer, Move } from '../move.ts';
import { followUpKind } from '../router/follow-up.ts';
import type { Scene } from '../scene.ts';
import type { Plan } from './handler.ts';
import { knowledgeQuestion, nothingKnown, searchKnowledge } from './knowledge-question.ts';
import { namesProduct, tellingWords } from './mentioned-lines.ts';

const MOST_PRODUCTS = 3;

type Product = ProductsFound['products'][number];

/** Facts about products: articles first, the catalogue for stock and price and for what no article says of that product. */
export const productQuestion: Plan = async (asked, scene) => {
  const { request, products } = await inContext(asked, scene);
  if (products.length > 0 && scene.language.words.questions.stockOrPrice.test(request.words)) return listing(products, request, scene);
  const answer = await searchKnowledge(request, scene);
  if (answer && (products.length === 0 || speaksOf(answer, products))) return answer;
  if (products.length === 0) return knowledgeQuestion(request, scene);
  const telling = products.filter((product) => saysSomething(product, request, scene));
  return telling.length > 0 ? listing(telling, request, scene) : nothingKnown(scene);
};

/** Is it there, what does it cost, what would you take? */
export const catalogueQuestion: Plan = async (asked, scene) => {
  const { request, products } = await inContext(asked, scene);
  const wantsList =
    request.topic === 'recommendation' ||
    scene.language.words.questions.stockOrPrice.test(request.words) ||
    namesLittleElse(products, request);
  if (products.length > 0 && wantsList) return listing(products, request, scene);
  return productQuestion(asked, scene);
};

const SHORT = 80;

/** What is asked for, and the products that it names. */
interface Asked {
  readonly request: CustomerRequest;
  readonly products: readonly Product[];
}

/** "And do you have it in stock?", "and 12?": what was spoken of before belongs to the question. */
async function inContext(asked: CustomerRequest, scene: Scene): Promise<Asked> {
  const { before, language } = scene;
  const earlier = before.turns.at(-1)?.classifications.find(({ intent }) => intent === asked.intent);
  const together = earlier && asked.words.length <= SHORT ? { ...asked, words: `${asked.words} ${earlier.words}` } : undefined;
  if (together && language.words.questions.pointsBack.test(asked.words))
    return { request: together, products: await namedProducts(together, scene) };
  const own = { request: asked, products: await namedProducts(asked, scene) };
  if (!together || own.products.length > 0 || followUpKind(asked.words, language.words) === 'own') return own;
  return { request: together, products: await namedProducts(together, scene) };
}

/** The catalogue finds something for every text; only what the customer's words name is meant. */
async function namedProducts(request: CustomerRequest, scene: Scene): Promise<readonly Product[]> {
  const called = await scene.call('search_products', { query: request.words.slice(0, 300) }, request);
  if (called.kind !== 'ok') return [];
  return productsFound.parse(called.output).products.filter(({ name }) => namesProduct(name, request.words));
}

function listing(products: readonly Product[], request: CustomerRequest, scene: Scene): Move {
  const list = products
    .slice(0, MOST_PRODUCTS)
    .map((product) => line(product, scene))
    .join('\n');
  return { kind: 'answer', text: scene.say('product.list', { list }), basis: 'fact', citations: [], private: false, request };
}

/** A question about a feature is only answered by a description that speaks of it. */
function saysSomething({ name, description }: Product, { words }: CustomerRequest, { language }: Scene): boolean {
  const courtesy = new Set(stemsOf(language.words.questions.courtesy));
  const named = new Set(stemsOf(name));
  const asked = stemsOf(words).filter((stem) => !named.has(stem) && !courtesy.has(stem));
  const said = new Set(stemsOf(description));
  return asked.length === 0 || asked.some((stem) => said.has(stem));
}
/** "hwo much is teh camp chair": hardly more than the product itself is said, so its line is what is wanted. */
function namesLittleElse(products: readonly Product[], { words }: CustomerRequest): boolean {
  const named = new Set(products.flatMap(({ name }) => stemsOf(name)));
  return stemsOf(words).filter((stem) => !named.has(stem)).length <= MOST_OTHER_WORDS;
}
const MOST_OTHER_WORDS = 3;

/** Descriptions are English, so elsewhere name, price and stock have to do. */
function line({ name, priceCents, inStock, description }: Product, scene: Scene): string {
  const facts = `**${name}**, ${scene.money(priceCents)}, ${scene.say(inStock ? 'stock.in' : 'stock.out')}`;
  if (scene.speech.isEnglish) return `- ${facts}: ${description}`;
  // Every word of it is the catalogue's; the check knows only the English ones.
  scene.notes.facts.push(facts);
  return `- ${facts}`;
}

/** An article about boots says nothing about the daypack that was asked about. */
const speaksOf = ({ text, citations }: Answer, products: readonly Product[]): boolean =>
  products.some(({ name }) => tellingWords(name).some((word) => namesProduct(word, [text, ...citations].join(' '))));
