import { customerId, type CustomerRecord, type PackSettings, type Tool, type ToolPack } from 'deskhand/pack';
import { calculate } from '../world/calculate.ts';
import { readJson } from '../world/read-json.ts';
import { transferToHumanAgents } from '../world/transfer-to-human-agents.ts';
import { foundByOwnDetails } from './identity.ts';
import { shopFile, type User } from './records.ts';
import { openShop, type Shop, type ShopData } from './shop.ts';
import { cancelPendingOrder } from './tools/cancel-pending-order.ts';
import { exchangeDeliveredOrderItems } from './tools/exchange-delivered-order-items.ts';
import { findUserIdByEmail } from './tools/find-user-id-by-email.ts';
import { findUserIdByNameZip } from './tools/find-user-id-by-name-zip.ts';
import { getItemDetails } from './tools/get-item-details.ts';
import { getOrderDetails } from './tools/get-order-details.ts';
import { getProductDetails } from './tools/get-product-details.ts';
import { getUserDetails } from './tools/get-user-details.ts';
import { listAllProductTypes } from './tools/list-all-product-types.ts';
import { modifyPendingOrderAddress } from './tools/modify-pending-order-address.ts';
import { modifyPendingOrderItems } from './tools/modify-pending-order-items.ts';
import { modifyPendingOrderPayment } from './tools/modify-pending-order-payment.ts';
import { modifyUserAddress } from './tools/modify-user-address.ts';
import { returnDeliveredOrderItems } from './tools/return-delivered-order-items.ts';

/** One line a tool. */
const TOOLS: readonly ((shop: Shop) => Tool)[] = [
  findUserIdByEmail,
  findUserIdByNameZip,
  getUserDetails,
  getOrderDetails,
  getProductDetails,
  getItemDetails,
  listAllProductTypes,
  cancelPendingOrder,
  modifyPendingOrderAddress,
  modifyPendingOrderPayment,
  modifyPendingOrderItems,
  returnDeliveredOrderItems,
  exchangeDeliveredOrderItems,
  modifyUserAddress,
  calculate,
  transferToHumanAgents,
];

const GATE_SENTENCES = {
  identity_required: 'General: the customer is authenticated at the beginning by e-mail, or by name and zip code, before anything else.',
  not_found: 'General: only one customer is helped per conversation, and requests about any other are denied.',
  record_read: 'Cancel, modify, return and exchange: the status of the order is checked before the action.',
  explicit_yes: 'General: before any change its details are listed and the customer explicitly says yes.',
};

/** A shop over `db.json` in the data folder; changes stay in memory. Rejects with `config_invalid` when the file does not fit. */
export async function openPack({ folder }: PackSettings): Promise<ToolPack> {
  const { products, users, orders } = await readJson(folder, 'db.json', shopFile);
  return packOver({
    products: new Map(Object.entries(products)),
    users: new Map(Object.entries(users)),
    orders: new Map(Object.entries(orders)),
  });
}

export function packOver(data: ShopData): ToolPack {
  const shop = openShop(data);
  return {
    name: 'retail',
    demo: false,
    tools: TOOLS.map((tool) => tool(shop)),
    identityProof: foundByOwnDetails,
    gateSentences: GATE_SENTENCES,
    ownerOf: async ({ table, key }) => {
      const owner = table === 'orders' ? shop.orders.get(key)?.user_id : shop.users.get(key)?.user_id;
      return owner === undefined ? undefined : customerId(owner);
    },
    customerByEmail: async (email) => {
      const wanted = email.trim().toLowerCase();
      return recordOf([...shop.users.values()].find((user) => user.email.toLowerCase() === wanted));
    },
    customerById: async (id) => recordOf(shop.users.get(id)),
    sampleCustomers: async () => [],
    changedRecords: async () => [
      ...shop.orders.changed().map((change) => ({ table: 'orders', ...change })),
      ...shop.users.changed().map((change) => ({ table: 'users', ...change })),
    ],
    asOpened: async () => packOver(data),
    close: async () => {},
  };
}

function recordOf(user: User | undefined): CustomerRecord | undefined {
  if (!user) return undefined;
  const { user_id, name, email } = user;
  return { customerId: customerId(user_id), name: `${name.first_name} ${name.last_name}`, email, status: 'active' };
}
