import type { Entity, Understanding } from '../../domain/classification.ts';
import { codePointOffsets } from './code-points.ts';
import type { CatalogueWords } from '../languages/catalogue-words.ts';
import type { ProductNames } from './product-names.ts';
import { dayOf, type Day } from './relative-day.ts';

/** What the words alone do not tell. */
export interface ShopSide {
  /** Where the shop is. */
  readonly today: Day;
  readonly products: ProductNames;
  /** What the customer's language calls them; without it the text is read as English. */
  readonly catalogue?: CatalogueWords;
}

/** Adds what only the shop knows: which day "last Tuesday" was, and which of its products is named. Pure. */
export function readInShop(understanding: Understanding, text: string, shop: ShopSide): Understanding {
  const entities = entitiesInShop(understanding.entities, text, shop);
  const read = new Map(entities.map((entity) => [entity.start, entity]));
  const products = entities.filter(({ type }) => type === 'product');
  const points = codePointOffsets(text);
  return {
    ...understanding,
    entities,
    classifications: understanding.classifications.map((request) => {
      const at = text.indexOf(request.words);
      const [from, to] = at < 0 ? [0, Infinity] : [points(at), points(at + request.words.length)];
      const own = products.filter(({ start, end }) => start >= from && end <= to);
      return { ...request, entities: [...request.entities.map((entity) => read.get(entity.start) ?? entity), ...own].sort(byStart) };
    }),
  };
}

/** The same for entities alone, found in `text`. A product never lies over an order number or an amount. */
export function entitiesInShop(entities: readonly Entity[], text: string, { today, products, catalogue }: ShopSide): readonly Entity[] {
  const points = codePointOffsets(text);
  const dated = entities.map((entity) =>
    entity.type === 'date' ? { ...entity, value: dayOf(entity.value, today) ?? entity.value } : entity,
  );
  const translated = catalogue
    ?.find(text)
    .map(({ start, end, products: names, features }) => ({ start, end, english: [...names, ...features] }));
  const named = products.find(text, translated).map(({ name, start, end }) => ({
    type: 'product',
    text: text.slice(start, end),
    start: points(start),
    end: points(end),
    value: name,
  }));
  const free = named.filter((product) => !dated.some((entity) => product.start < entity.end && entity.start < product.end));
  return [...dated, ...free].sort(byStart);
}

const byStart = (left: Entity, right: Entity): number => left.start - right.start;
