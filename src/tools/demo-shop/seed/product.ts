/** What the demo shop sells. Prices in cents; specs are whole sentences, because they are quoted. */
export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly priceCents: number;
  readonly stock: number;
  readonly description: string;
  readonly specs: string;
  readonly finalSale?: true;
  readonly giftCard?: true;
}
