import { productsFound } from '../../domain/commerce.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import type { Move } from '../move.ts';
import type { Scene } from '../scene.ts';
import type { Plan } from './handler.ts';
import { namesProduct } from './mentioned-lines.ts';
import { knowledgeQuestion, searchKnowledge } from './knowledge-question.ts';

const MOST_PRODUCTS = 3;
const ASKS_ABOUT_STOCK_OR_PRICE = /\b(?:in stock|available|availability|back in|sold out|stock|price|cost|how much|sell|carry|have any)\b/i;

/** Facts about products: articles first, the catalogue for stock and price and for what no article says. */
export const productQuestion: Plan = async (request, scene) => {
  if (ASKS_ABOUT_STOCK_OR_PRICE.test(request.words)) return (await fromCatalogue(request, scene)) ?? knowledgeQuestion(request, scene);
  return (await searchKnowledge(request, scene)) ?? (await fromCatalogue(request, scene)) ?? knowledgeQuestion(request, scene);
};

/** Is it there, what does it cost, what would you take? */
export const catalogueQuestion: Plan = async (request, scene) => (await fromCatalogue(request, scene)) ?? knowledgeQuestion(request, scene);

async function fromCatalogue(request: CustomerRequest, scene: Scene): Promise<Move | undefined> {
  const called = await scene.call('search_products', { query: request.words.slice(0, 300) }, request);
  if (called.kind !== 'ok') return undefined;
  const products = productsFound.parse(called.output).products.filter(({ name }) => namesProduct(name, request.words));
  if (products.length === 0) return undefined;
  const list = products
    .slice(0, MOST_PRODUCTS)
    .map(
      ({ name, priceCents, inStock, description }) =>
        `- **${name}**, ${scene.money(priceCents)}, ${inStock ? 'in stock' : 'out of stock'}: ${description}`,
    )
    .join('\n');
  return { kind: 'answer', text: scene.say('product.list', { list }), basis: 'fact', citations: [], private: false, request };
}
