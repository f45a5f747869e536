import { z } from 'zod';

const WRITTEN = /^(?:order\s*)?#?\s*(?:lf)?[\s-]*#?(\d{5})$/i;

/** Brings `#10002`, `10002`, `lf10002` and `LF 10002` into the form `LF-10002`; anything else stays as it is and is found nowhere. */
export function normalOrderId(written: string): string {
  const digits = WRITTEN.exec(written.trim())?.[1];
  return digits ? `LF-${digits}` : written.trim();
}

/** An order id as customers write it. 40 characters are more than any spelling of it needs. */
export const orderIdInput = z.string().trim().min(1).max(40).transform(normalOrderId);
