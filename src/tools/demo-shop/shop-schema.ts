/** Raised with every change of the tables; a file with another number is not opened. */
export const SHOP_SCHEMA_VERSION = 1;

/** Times are ISO 8601 in UTC, money is in cents of a US dollar, flags are 0 or 1. */
export const SHOP_SCHEMA = `
CREATE TABLE customers (
  customer_id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL COLLATE NOCASE UNIQUE, phone TEXT,
  status TEXT NOT NULL, member_since TEXT NOT NULL, newsletter INTEGER NOT NULL, address TEXT NOT NULL, pending_email TEXT
) STRICT;
CREATE TABLE products (
  sku TEXT PRIMARY KEY, name TEXT NOT NULL, category TEXT NOT NULL, price_cents INTEGER NOT NULL, stock INTEGER NOT NULL,
  final_sale INTEGER NOT NULL, gift_card INTEGER NOT NULL, description TEXT NOT NULL, specs TEXT NOT NULL
) STRICT;
CREATE TABLE orders (
  order_id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers, placed_at TEXT NOT NULL, status TEXT NOT NULL,
  gift_card_cents INTEGER NOT NULL, card TEXT, shipping_address TEXT NOT NULL,
  delivered_at TEXT, cancelled_at TEXT, returned_at TEXT
) STRICT;
CREATE INDEX orders_of_customer ON orders (customer_id, placed_at);
CREATE TABLE order_lines (
  order_id TEXT NOT NULL REFERENCES orders, line INTEGER NOT NULL, sku TEXT NOT NULL REFERENCES products, name TEXT NOT NULL,
  quantity INTEGER NOT NULL, price_cents INTEGER NOT NULL, final_sale INTEGER NOT NULL, gift_card INTEGER NOT NULL,
  PRIMARY KEY (order_id, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE shipments (
  order_id TEXT PRIMARY KEY REFERENCES orders, carrier TEXT NOT NULL, tracking_number TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL, expected_at TEXT
) STRICT;
CREATE TABLE shipment_events (
  order_id TEXT NOT NULL REFERENCES shipments, at TEXT NOT NULL, place TEXT NOT NULL, what TEXT NOT NULL,
  PRIMARY KEY (order_id, at)
) STRICT, WITHOUT ROWID;
CREATE TABLE refunds (
  refund_id TEXT PRIMARY KEY, order_id TEXT NOT NULL REFERENCES orders, amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  card_cents INTEGER NOT NULL, gift_card_cents INTEGER NOT NULL, destination TEXT NOT NULL, rule TEXT NOT NULL, reason TEXT NOT NULL,
  paid_at TEXT NOT NULL, idempotency_key TEXT NOT NULL UNIQUE,
  CHECK (card_cents + gift_card_cents = amount_cents)
) STRICT;
CREATE INDEX refunds_of_order ON refunds (order_id);
CREATE TABLE refund_lines (
  refund_id TEXT NOT NULL REFERENCES refunds, order_id TEXT NOT NULL, line INTEGER NOT NULL, amount_cents INTEGER NOT NULL,
  PRIMARY KEY (refund_id, line), FOREIGN KEY (order_id, line) REFERENCES order_lines
) STRICT, WITHOUT ROWID;
CREATE INDEX refund_lines_of_order ON refund_lines (order_id, line);
CREATE TABLE password_resets (
  reset_id TEXT PRIMARY KEY, customer_id TEXT NOT NULL REFERENCES customers, requested_at TEXT NOT NULL, sent_to TEXT NOT NULL
) STRICT;
CREATE TABLE calls (
  idempotency_key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, outcome TEXT NOT NULL, at TEXT NOT NULL
) STRICT;
`;
