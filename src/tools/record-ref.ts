/** A record of the company's system that belongs to one customer: an order, a reservation, an account. */
export interface RecordRef {
  /** As in `ChangedRecord`. */
  readonly table: string;
  readonly key: string;
}

/** How a conversation remembers that a record was read: `orders/LF-10002`. */
export const recordName = ({ table, key }: RecordRef): string => `${table}/${key}`;
