import { productsFound, type ProductsFound } from '../../domain/commerce.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { stemsOf } from '../../domain/text/words.ts';
import { productsSaid } from '../languages/catalogue-words.ts';
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
  if (answer && (products.length === 0 || speaksOf(answer, products, scene))) return answer;
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
    namesLittleElse(products, request, scene);
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
  const translated = productsSaid(request.words, scene.catalogue);
  const query = [...translated, request.words].join(' ').slice(0, LONGEST_QUERY);
  const called = await scene.call('search_products', { query }, request);
  if (called.kind !== 'ok') return [];
  return productsFound.parse(called.output).products.filter(({ name }) => namesProduct(name, request.words, translated));
}
const LONGEST_QUERY = 300;

function listing(products: readonly Product[], request: CustomerRequest, scene: Scene): Move {
  const list = products
    .slice(0, MOST_PRODUCTS)
    .map((product) => line(product, request, scene))
    .join('\n');
  return { kind: 'answer', text: scene.say('product.list', { list }), basis: 'fact', citations: [], private: false, request };
}

/** A question about a feature is only answered by a description that speaks of it. */
function saysSomething({ name, description }: Product, { words }: CustomerRequest, scene: Scene): boolean {
  const said = new Set(stemsOf(description));
  if (!scene.speech.isEnglish) return stemsOf(featuresAsked(words, scene).join(' ')).some((stem) => said.has(stem));
  const courtesy = new Set(stemsOf(scene.language.words.questions.courtesy));
  const named = new Set(stemsOf(name));
  const asked = stemsOf(words).filter((stem) => !named.has(stem) && !courtesy.has(stem));
  return asked.length === 0 || asked.some((stem) => said.has(stem));
}

/** What is asked about a product in another language, in words of the catalogue. */
const featuresAsked = (words: string, { catalogue }: Scene): readonly string[] => catalogue.find(words).flatMap(({ features }) => features);

/** "hwo much is teh camp chair": hardly more than the product itself is said, so its line is what is wanted. */
function namesLittleElse(products: readonly Product[], { words }: CustomerRequest, { catalogue }: Scene): boolean {
  const named = new Set(products.flatMap(({ name }) => stemsOf(name)));
  // From the end, so that the places of those before stay right.
  const rest = catalogue.find(words).reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, words);
  return stemsOf(rest).filter((stem) => !named.has(stem)).length <= MOST_OTHER_WORDS;
}
const MOST_OTHER_WORDS = 3;

/** Descriptions are English: elsewhere one is quoted, as such, where it answers what was asked. */
function line(product: Product, request: CustomerRequest, scene: Scene): string {
  const { name, priceCents, inStock, description } = product;
  const facts = `**${name}**, ${scene.money(priceCents)}, ${scene.say(inStock ? 'stock.in' : 'stock.out')}`;
  if (scene.speech.isEnglish) return `- ${facts}: ${description}`;
  const told = saysSomething(product, request, scene) ? `${facts}. ${scene.say('product.in_english', { description })}` : facts;
  // Every word of it is the catalogue's; the check knows only the English ones.
  scene.notes.facts.push(told);
  return `- ${told}`;
}

/** An article about boots says nothing about the daypack that was asked about. */
const speaksOf = ({ text, citations }: Answer, products: readonly Product[], { catalogue }: Scene): boolean => {
  const said = [text, ...citations].join(' ');
  const translated = productsSaid(said, catalogue);
  return products.some(({ name }) => tellingWords(name).some((word) => namesProduct(word, said)) || namesProduct(name, '', translated));
};
