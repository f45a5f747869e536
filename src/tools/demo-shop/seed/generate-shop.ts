import type { Shop } from '../shop.ts';
import { bookRefund } from '../refund-ledger.ts';
import { findOrder, orderTotalCents, lineTotalCents } from '../order-records.ts';
import { customerId } from '../../../domain/ids.ts';
import { campProducts } from './camp-products.ts';
import { planOrders } from './past-orders.ts';
import { planCustomers } from './people.ts';
import type { Product } from './product.ts';
import { sampleCustomers, sampleOrders } from './sample-shop.ts';
import { createSeededRandom } from './seeded-random.ts';
import { planShipment, shippedDaysAgo } from './shipment-plan.ts';
import type { CustomerPlan, Fate, OrderPlan } from './shop-plan.ts';
import { trailProducts } from './trail-products.ts';

/** Any number would do; it only has to stay. */
const SEED = 20_418;
const DAY_MS = 86_400_000;
/** The time between order and parcel, in days. */
const PACKING_DAYS = 1;

type DaysAgo = (days: number) => string;

/** Fills an empty shop: the samples, then made-up customers and orders. The same anchor gives the same rows. Call it inside a transaction. */
export function generateShop(shop: Shop, anchor: Date): void {
  const at: DaysAgo = (days) => new Date(anchor.getTime() - Math.round(days * DAY_MS)).toISOString();
  const random = createSeededRandom(SEED);
  const products = [...campProducts, ...trailProducts];
  const people = planCustomers(random);
  writeProducts(shop, products);
  writeCustomers(shop, [...sampleCustomers, ...people], at);
  const write = orderWriter(shop, products, at);
  for (const order of [...sampleOrders, ...planOrders(random, people, products)]) write(order);
}

function writeProducts({ db }: Shop, products: readonly Product[]): void {
  const insert = db.prepare(
    'INSERT INTO products (sku, name, category, price_cents, stock, final_sale, gift_card, description, specs) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { sku, name, category, priceCents, stock, finalSale, giftCard, description, specs } of products) {
    insert.run(sku, name, category, priceCents, stock, Number(finalSale ?? false), Number(giftCard ?? false), description, specs);
  }
}

function writeCustomers({ db }: Shop, customers: readonly CustomerPlan[], at: DaysAgo): void {
  const insert = db.prepare(
    'INSERT INTO customers (customer_id, name, email, phone, status, member_since, newsletter, address) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const { customerId: id, name, email, phone, status, memberForDays, newsletter, address } of customers) {
    insert.run(id, name, email, phone, status, at(memberForDays), Number(newsletter), address);
  }
}

function orderWriter(shop: Shop, products: readonly Product[], at: DaysAgo): (order: OrderPlan) => void {
  const { db } = shop;
  const bySku = new Map(products.map((product) => [product.sku, product]));
  const insertOrder = db.prepare(
    `INSERT INTO orders (order_id, customer_id, placed_at, status, gift_card_cents, card, shipping_address, delivered_at, cancelled_at, returned_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertLine = db.prepare(
    'INSERT INTO order_lines (order_id, line, sku, name, quantity, price_cents, final_sale, gift_card) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const writeShipment = shipmentWriter(shop, at);
  return (order) => {
    const { orderId, customerId: customer, fate, giftCardCents, card, shippingAddress } = order;
    const lines = order.lines.map(({ sku, quantity }) => ({ product: productOf(bySku, sku), quantity }));
    const totalCents = lines.reduce((sum, { product, quantity }) => sum + product.priceCents * quantity, 0);
    const { deliveredAt, cancelledAt, returnedAt } = dates(fate, at);
    const byGiftCard = Math.min(giftCardCents, totalCents);
    insertOrder.run(
      orderId,
      customer,
      at(placedDaysAgo(fate)),
      fate.kind,
      byGiftCard,
      card,
      shippingAddress,
      deliveredAt,
      cancelledAt,
      returnedAt,
    );
    for (const [index, { product, quantity }] of lines.entries()) {
      const { sku, name, priceCents, finalSale = false, giftCard = false } = product;
      insertLine.run(orderId, index + 1, sku, name, quantity, priceCents, Number(finalSale), Number(giftCard));
    }
    if (lines.some(({ product }) => !product.giftCard)) writeShipment(order);
    writeRefunds(shop, order, at);
  };
}

function productOf(bySku: ReadonlyMap<string, Product>, sku: string): Product {
  const product = bySku.get(sku);
  if (!product) throw new TypeError(`the demo shop plans an order of ${sku}, which it does not sell`);
  return product;
}

function placedDaysAgo(fate: Fate): number {
  if (fate.kind === 'processing') return fate.placedDaysAgo;
  if (fate.kind === 'cancelled') return fate.cancelledDaysAgo + PACKING_DAYS;
  return shippedDaysAgo(fate) + PACKING_DAYS;
}

function dates(fate: Fate, at: DaysAgo) {
  return {
    deliveredAt: fate.kind === 'delivered' || fate.kind === 'returned' ? at(fate.deliveredDaysAgo) : null,
    cancelledAt: fate.kind === 'cancelled' ? at(fate.cancelledDaysAgo) : null,
    returnedAt: fate.kind === 'returned' ? at(fate.returnedDaysAgo) : null,
  };
}

function shipmentWriter({ db }: Shop, at: DaysAgo): (order: OrderPlan) => void {
  const insertShipment = db.prepare(
    'INSERT INTO shipments (order_id, carrier, tracking_number, state, expected_at) VALUES (?, ?, ?, ?, ?)',
  );
  const insertScan = db.prepare('INSERT INTO shipment_events (order_id, at, place, what) VALUES (?, ?, ?, ?)');
  return ({ orderId, fate, shippingAddress }) => {
    const shipment = planShipment(fate, shippingAddress);
    if (!shipment) return;
    const carrier = shippingAddress.endsWith('Canada') ? 'Maple Post' : 'Parcelway';
    const trackingNumber = `${carrier === 'Parcelway' ? 'PW' : 'MP'}${trackingDigits(orderId)}`;
    insertShipment.run(orderId, carrier, trackingNumber, shipment.state, at(shipment.expectedDaysAgo));
    for (const { daysAgo, place, what } of shipment.scans) insertScan.run(orderId, at(daysAgo), place, what);
  };
}

/** Nine digits that do not follow the order number: a prime without a common factor with 10⁹ gives every order its own. */
function trackingDigits(orderId: string): string {
  return String((Number(orderId.slice('LF-'.length)) * 7_919_003) % 1_000_000_000).padStart(9, '0');
}

/** Old refunds are booked by the same code as new ones, so that the ledger has one form. */
function writeRefunds(shop: Shop, { orderId, customerId: customer, refunds, fate }: OrderPlan, at: DaysAgo): void {
  for (const { daysAgo, line, reason } of refunds) {
    const order = findOrder(shop.db, customerId(customer), orderId);
    if (!order) continue;
    const covers = order.lines
      .filter((each) => line === 'all' || each.line === line)
      .filter(({ giftCard }) => !giftCard)
      .map((each) => ({ line: each.line, name: each.name, amountCents: lineTotalCents(each) }));
    const amountCents = covers.reduce((sum, each) => sum + each.amountCents, 0);
    if (amountCents === 0 || amountCents > orderTotalCents(order)) continue;
    const rule = fate.kind === 'returned' ? 'returned' : reason === 'unwanted' ? 'within_window' : 'damaged_within_window';
    bookRefund(shop, { order, amountCents, covers, rule, reason, idempotencyKey: `generated/${orderId}`, paidAt: new Date(at(daysAgo)) });
  }
}
