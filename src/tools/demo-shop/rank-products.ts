interface SearchableProduct {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly description: string;
  readonly specs: string;
}

/** Where a word was found says how much it means: a tent is called a tent, a description only mentions one. */
const WEIGHTS = { name: 4, category: 2, text: 1 };
/** Below this share of the best score a product is another thing that shares a word. */
const KEPT_SHARE = 0.5;
/** Words of the question, not of the thing. */
const EMPTY_WORDS = new Set(
  'a an the i im my me you your do does did is are was be have has had it its of in on at to for with from and or any some what which how much many can could would should there this that these one ones sell carry stock available need want looking good best new please hi hello cost price'.split(
    ' ',
  ),
);

/** Best first; products that share no word with the query are left out. */
export function rankProducts<Product extends SearchableProduct>(products: readonly Product[], query: string): readonly Product[] {
  const wanted = wordsOf(query).filter((word) => !EMPTY_WORDS.has(word));
  const rarity = new Map(wanted.map((word) => [word, rarityOf(word, products)]));
  const scored = products
    .map((product) => ({ product, score: wanted.reduce((sum, word) => sum + (rarity.get(word) ?? 0) * weightOf(product, word), 0) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score || left.product.sku.localeCompare(right.product.sku));
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score >= best * KEPT_SHARE).map(({ product }) => product);
}

/** A word that few products have tells them apart: the logarithm of how many share it, as in any inverted index. */
function rarityOf(word: string, products: readonly SearchableProduct[]): number {
  const found = products.filter((product) => weightOf(product, word) > 0).length;
  return found === 0 ? 0 : Math.log(1 + products.length / found);
}

function weightOf(product: SearchableProduct, word: string): number {
  if (wordsOf(product.name).includes(word)) return WEIGHTS.name;
  if (wordsOf(product.category).includes(word)) return WEIGHTS.category;
  return wordsOf(`${product.description} ${product.specs}`).includes(word) ? WEIGHTS.text : 0;
}

function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
}

/** English plurals only: boots and boot are one thing here, and a query that needs more has the articles. */
function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
