import type { PolicySettings } from '../../domain/playbook.ts';
import { AppError } from '../../domain/error.ts';
import { customerId } from '../../domain/ids.ts';
import { ONE_TIME_CODE } from '../identity-proof.ts';
import type { CustomerRecord, PackSettings, Tool, ToolPack } from '../tool.ts';
import { findAccount, findAccountByEmail, type AccountRecord } from './account-records.ts';
import { cancelOrder } from './cancel-order.ts';
import { readChanges, watchChanges } from './changed-records.ts';
import { checkRefundEligibility } from './check-refund-eligibility.ts';
import { lookupAccount } from './lookup-account.ts';
import { lookupOrder } from './lookup-order.ts';
import { fieldsOf, ownerOf } from './order-ref.ts';
import { findOrder } from './order-records.ts';
import { applyEmailChange, withdrawEmailChange } from './pending-email.ts';
import { processRefund } from './process-refund.ts';
import { GRANTS, REFUSALS } from './refusal.ts';
import { resetPassword } from './reset-password.ts';
import { sampleLine } from './sample-line.ts';
import { readProductNames, searchProducts } from './search-products.ts';
import { generateShop } from './seed/generate-shop.ts';
import { sampleCustomers, sampleOrders } from './seed/sample-shop.ts';
import { openShopDatabase } from './shop-database.ts';
import type { Shop } from './shop.ts';
import { trackShipment } from './track-shipment.ts';
import { updateAccount } from './update-account.ts';
import { updateDeliveryAddress } from './update-delivery-address.ts';

/** One line a tool. */
const TOOLS: readonly ((shop: Shop) => Tool)[] = [
  lookupOrder,
  trackShipment,
  checkRefundEligibility,
  processRefund,
  cancelOrder,
  updateDeliveryAddress,
  lookupAccount,
  resetPassword,
  updateAccount,
  applyEmailChange,
  withdrawEmailChange,
  searchProducts,
];

/** Opens the made-up shop that Deskhand runs on until a company's own system is connected. Throws an AppError (`config_invalid`, `store_corrupt`, `store_unavailable`). */
export async function openDemoShop({ folder, anchor, now, policies: given }: PackSettings): Promise<ToolPack> {
  const policies = completePolicies(given);
  const db = openShopDatabase(folder, (fresh) => generateShop({ db: fresh, policies }, anchor));
  watchChanges(db);
  const shop: Shop = { db, policies };
  return {
    name: 'demo-shop',
    demo: true,
    tools: TOOLS.map((tool) => tool(shop)),
    identityProof: ONE_TIME_CODE,
    ownerOf: async (record) => ownerOf(db, record),
    fieldsOf: async (record) => fieldsOf(db, record),
    productNames: async () => readProductNames(shop),
    customerByEmail: async (email) => recordOf(findAccountByEmail(db, email)),
    customerById: async (id) => recordOf(findAccount(db, id)),
    sampleCustomers: async () => readSamples(shop, now()),
    changedRecords: async () => readChanges(db),
    close: async () => {
      db.close();
    },
  };
}

/** Every answer of the shop is one of the company's sentences, so one that is missing is found at the start and not by a customer. */
function completePolicies(policies: PolicySettings | undefined): PolicySettings {
  const missing = [...GRANTS, ...REFUSALS].filter((rule) => policies?.rules[rule] === undefined);
  if (policies && missing.length === 0) return policies;
  throw new AppError('config_invalid', `policies.yaml: no sentences for ${missing.join(', ')}`, {
    retryable: false,
    hint: 'Add each of them under `rules` with a `customer` and a `human` sentence.',
  });
}

function recordOf(account: AccountRecord | undefined): CustomerRecord | undefined {
  if (!account) return undefined;
  const { customerId: id, name, email, status } = account;
  return { customerId: customerId(id), name, email, status };
}

function readSamples({ db, policies }: Shop, now: Date): Awaited<ReturnType<ToolPack['sampleCustomers']>> {
  return sampleCustomers.flatMap(({ customerId: id, about }) => {
    const customer = recordOf(findAccount(db, customerId(id)));
    if (!customer) return [];
    const orders = sampleOrders
      .filter((plan) => plan.customerId === id)
      .map(({ orderId }) => findOrder(db, customer.customerId, orderId))
      .filter((order) => order !== undefined)
      .map((order) => ({ orderId: order.orderId, line: sampleLine(order, policies.refund.lostAfterDays, now) }));
    return [{ customer, about, orders }];
  });
}
