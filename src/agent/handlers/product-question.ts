import { productsFound, type ProductsFound } from '../../domain/commerce.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import type { Answer, Move } from '../move.ts';
import type { Scene } from '../scene.ts';
import type { Plan } from './handler.ts';
import { knowledgeQuestion, searchKnowledge } from './knowledge-question.ts';
import { namesProduct, tellingWords } from './mentioned-lines.ts';

const MOST_PRODUCTS = 3;
const ASKS_ABOUT_STOCK_OR_PRICE = /\b(?:in stock|available|availability|back in|sold out|stock|price|cost|how much|sell|carry|have any)\b/i;

type Product = ProductsFound['products'][number];

/** Facts about products: articles first, the catalogue for stock and price and for what no article says of that product. */
export const productQuestion: Plan = async (asked, scene) => {
  const request = inContext(asked, scene);
  const products = await namedProducts(request, scene);
  if (products.length > 0 && ASKS_ABOUT_STOCK_OR_PRICE.test(request.words)) return listing(products, request, scene);
  const answer = await searchKnowledge(request, scene);
  if (answer && (products.length === 0 || speaksOf(answer, products))) return answer;
  return products.length > 0 ? listing(products, request, scene) : (answer ?? knowledgeQuestion(request, scene));
};

/** Is it there, what does it cost, what would you take? */
export const catalogueQuestion: Plan = async (asked, scene) => {
  const request = inContext(asked, scene);
  const products = await namedProducts(request, scene);
  return products.length > 0 ? listing(products, request, scene) : knowledgeQuestion(request, scene);
};

const POINTS_BACK = /\b(?:it|its|that|this|they|them|those|these|one)\b/i;
const SHORT = 80;

/** "And do you have it in stock?": what was spoken of before belongs to the question. */
function inContext(request: CustomerRequest, { before }: Scene): CustomerRequest {
  const earlier = before.turns.at(-1)?.classifications.find(({ intent }) => intent === request.intent);
  if (!earlier || request.words.length > SHORT || !POINTS_BACK.test(request.words)) return request;
  return { ...request, words: `${request.words} ${earlier.words}` };
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

const line = ({ name, priceCents, inStock, description }: Product, scene: Scene): string =>
  `- **${name}**, ${scene.money(priceCents)}, ${inStock ? 'in stock' : 'out of stock'}: ${description}`;

/** An article about boots says nothing about the daypack that was asked about. */
const speaksOf = ({ text, citations }: Answer, products: readonly Product[]): boolean =>
  products.some(({ name }) => tellingWords(name).some((word) => namesProduct(word, [text, ...citations].join(' '))));
