import type { OrderView } from '../../domain/commerce.ts';
import type { CustomerRequest } from '../../domain/request.ts';
import { dayIn, isWithin } from '../router/relative-day.ts';
import { mentionedLines } from './mentioned-lines.ts';

/**
 * The orders that fit what the customer says of theirs: what is in it, and when it was placed or came. Undefined when nothing
 * said fits any; a word that fits none narrows nothing, since "by Friday" and "my kitchen" describe no order.
 * `translated`: products that are named in another language, in words of the catalogue.
 */
export function describedOrders(
  orders: readonly OrderView[],
  { words, entities }: CustomerRequest,
  timezone: string,
  translated: readonly string[] = [],
): readonly OrderView[] | undefined {
  const valuesOf = (type: string) => entities.filter((entity) => entity.type === type).map(({ value }) => value);
  const products = valuesOf('product');
  const days = valuesOf('date');
  const fits: readonly ((order: OrderView) => boolean)[] = [
    ({ lines }) => lines.some(({ name }) => products.includes(name)),
    (order) => mentionedLines(order, words, translated).length > 0,
    (order) => days.some((day) => happenedOn(day, order, timezone)),
  ];
  let fitting: readonly OrderView[] | undefined;
  for (const fit of fits) {
    const narrowed = (fitting ?? orders).filter(fit);
    if (narrowed.length > 0) fitting = narrowed;
  }
  return fitting;
}

/** Placed, promised, delivered or cancelled then; `day` as a date entity has it. */
function happenedOn(day: string, { placedAt, expectedAt, deliveredAt, cancelledAt }: OrderView, timezone: string): boolean {
  return [placedAt, expectedAt, deliveredAt, cancelledAt].some((at) => at !== undefined && isWithin(day, dayIn(new Date(at), timezone)));
}
