import type { ZodType } from 'zod';
import {
  accountView,
  changeDone,
  ordersFound,
  productsFound,
  refundEligibility,
  refundReceipt,
  shipmentView,
} from '../../domain/commerce.ts';
import type { InputField } from './input-fields.ts';

/** What the built-in plans say to a tool of this name, and what they read from its answer. */
export interface CommerceForm {
  readonly input: Readonly<Record<string, InputField>>;
  readonly output: ZodType;
}

const order: InputField = { type: 'text', maxLength: 40, description: 'number of the order' };
const reason: InputField = { type: 'choice', values: ['unwanted', 'damaged', 'defective', 'wrong_item', 'not_received'], optional: true };
const item: InputField = { type: 'text', maxLength: 200, optional: true, description: 'one item of the order, by its name' };
const value: InputField = { type: 'text', maxLength: 300 };

/** Tools that the built-in plans know. Any other name may be used as well and takes and gives what the configuration says. */
export const COMMERCE_FORMS: Readonly<Record<string, CommerceForm>> = {
  lookup_order: { input: { orderId: { ...order, optional: true } }, output: ordersFound },
  track_shipment: { input: { orderId: order }, output: shipmentView },
  check_refund_eligibility: { input: { orderId: order, reason, item }, output: refundEligibility },
  process_refund: { input: { orderId: order, amountCents: { type: 'integer', min: 1 }, reason, item }, output: refundReceipt },
  cancel_order: { input: { orderId: order }, output: changeDone },
  update_delivery_address: { input: { orderId: order, address: value }, output: changeDone },
  lookup_account: { input: {}, output: accountView },
  reset_password: { input: {}, output: changeDone },
  update_account: { input: { field: { type: 'text', maxLength: 40 }, value }, output: changeDone },
  search_products: { input: { query: value }, output: productsFound },
};
