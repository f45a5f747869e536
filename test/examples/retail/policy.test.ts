import { describe, expect, it } from '@jest/globals';
import { actOn, ending, type Step } from '../../support/packs/act-on.ts';
import { smallShop } from '../../support/packs/small-shop.ts';

const WHO: readonly Step[] = ['I am Mia Keller, mia.keller@example.com', ['find_user_id_by_email', { email: 'mia.keller@example.com' }]];
const read = (id: string): Step => ['get_order_details', { order_id: id }];
const LAMPS: Step = ['get_product_details', { product_id: 'p-lamp' }];
const HOSES: Step = ['get_product_details', { product_id: 'p-hose' }];
const cancel = (id: string, reason = 'no longer needed'): Step => ['cancel_pending_order', { order_id: id, reason }];
const change = (tool: string, id: string, items: string[], wanted: string[], method = 'credit_card_1'): Step => [
  tool,
  { order_id: id, item_ids: items, new_item_ids: wanted, payment_method_id: method },
];
const modify = (...rest: [string, string[], string[], string?]): Step => change('modify_pending_order_items', ...rest);
const exchange = (...rest: [string, string[], string[], string?]): Step => change('exchange_delivered_order_items', ...rest);
const giveBack = (id: string, items: string[], method = 'credit_card_1'): Step => [
  'return_delivered_order_items',
  { order_id: id, item_ids: items, payment_method_id: method },
];
const pay = (id: string, method: string): Step => ['modify_pending_order_payment', { order_id: id, payment_method_id: method }];
const NEW_HOME = { address1: '7 Oak Street', address2: '', city: 'Keene', country: 'USA', state: 'NH', zip: '03431' };
const send = (id: string, address = NEW_HOME): Step => ['modify_pending_order_address', { order_id: id, ...address }];
const move = (address = NEW_HOME): Step => ['modify_user_address', { user_id: 'mia_keller_1001', ...address }];
const NOT_NEEDED = 'I no longer need it';

describe('identity in the retail shop', () => {
  it.each<[string, readonly Step[], string]>([
    ['nothing is shown before it is proved', ['I am Mia', read('#W1')], 'refused:identity_required'],
    ['a user id alone proves nothing', ['I am mia_keller_1001', read('#W1')], 'refused:identity_required'],
    ['an address that the customer never gave proves nothing', [WHO[1] ?? '', read('#W1')], 'refused:identity_required'],
    ['a profile found by the e-mail that the customer gave proves it', [...WHO, read('#W1')], 'ok'],
    [
      'a profile found by name and zip code proves it',
      ['Mia Keller, 03820', ['find_user_id_by_name_zip', { first_name: 'mia', last_name: 'KELLER', zip: '03820' }], read('#W1')],
      'ok',
    ],
    ['somebody else’s order is not found', [...WHO, read('#W4')], 'refused:not_found'],
    ['an order that does not exist is not found', [...WHO, read('#W999')], 'refused:not_found'],
    [
      'the first customer stays for the whole conversation',
      [...WHO, 'and tom.berg@example.com', ['find_user_id_by_email', { email: 'tom.berg@example.com' }], read('#W4')],
      'refused:not_found',
    ],
  ])('%s', async (_rule, steps, result) => {
    expect(await ending(smallShop(), steps)).toBe(result);
  });
});

describe('the policy of the retail shop', () => {
  it.each<[string, readonly Step[], string]>([
    ['looks at an order before it changes it', [NOT_NEEDED, cancel('#W5')], 'record_read'],
    ['cancels a pending order', [read('#W5'), NOT_NEEDED, cancel('#W5')], 'ok'],
    ['cancels no order that is processed', [read('#W3'), NOT_NEEDED, cancel('#W3')], 'cancel_pending_only'],
    [
      'cancels for no reason that the customer did not give',
      [read('#W5'), 'Cancel it, it takes too long', cancel('#W5')],
      'cancel_reason_from_customer',
    ],
    ['takes one reason for no other', [read('#W5'), NOT_NEEDED, cancel('#W5', 'ordered by mistake')], 'cancel_reason_from_customer'],
    ['cancels no single item of an order', [read('#W1'), "Cancel the hose, I don't need it", cancel('#W1')], 'cancel_whole_order'],
    [
      'cancels the whole order when that is what was asked',
      [read('#W1'), "Cancel the order with the hose, I don't need it", cancel('#W1')],
      'ok',
    ],
    [
      'cancels the whole order when the customer agreed to that in the end',
      [read('#W1'), "Cancel the hose, I don't need it", 'Yes, then do that', cancel('#W1')],
      'ok',
    ],
    ['cancels an order of one item by the name of that item', [read('#W5'), "Cancel the lamp, I don't need it", cancel('#W5')], 'ok'],
    ['changes an item to another option', [read('#W1'), LAMPS, modify('#W1', ['101'], ['102'])], 'ok'],
    ['changes items of pending orders only', [read('#W2'), LAMPS, modify('#W2', ['101'], ['102'])], 'modify_pending_only'],
    [
      'changes items once per order',
      [read('#W1'), LAMPS, modify('#W1', ['101'], ['102']), modify('#W1', ['102'], ['104'])],
      'order_modified_before',
    ],
    [
      'sends an order nowhere else once its items were changed',
      [read('#W1'), LAMPS, modify('#W1', ['101'], ['102']), 'to 7 Oak Street, Keene 03431', send('#W1')],
      'order_modified_before',
    ],
    [
      'cancels no order once its items were changed',
      [read('#W5'), LAMPS, modify('#W5', ['101'], ['102']), NOT_NEEDED, cancel('#W5')],
      'order_modified_before',
    ],
    ['makes no lamp a hose', [read('#W1'), HOSES, modify('#W1', ['101'], ['201'])], 'same_product'],
    ['offers nothing that is sold out', [read('#W1'), LAMPS, modify('#W1', ['101'], ['103'])], 'available_item'],
    ['changes nothing into itself', [read('#W1'), LAMPS, modify('#W1', ['101'], ['101'])], 'other_option'],
    ['changes nothing into the same options under another id', [read('#W1'), LAMPS, modify('#W1', ['101'], ['104'])], 'other_option'],
    ['uses no item that was never shown', [read('#W1'), modify('#W1', ['101'], ['102'])], 'items_not_made_up'],
    ['adds and removes no items', [read('#W1'), LAMPS, modify('#W1', ['101', '201'], ['102'])], 'one_new_item_each'],
    ['changes no item that is not in the order', [read('#W1'), LAMPS, modify('#W1', ['102'], ['101'])], 'items_of_order'],
    [
      'changes no item more often than it is in the order',
      [read('#W1'), LAMPS, modify('#W1', ['101', '101'], ['102', '102'])],
      'items_of_order',
    ],
    ['takes no payment method of nobody', [read('#W1'), LAMPS, modify('#W1', ['101'], ['102'], 'paypal_9')], 'method_of_customer'],
    [
      'lets a gift card pay no more than is on it',
      [read('#W1'), LAMPS, modify('#W1', ['101'], ['102'], 'gift_card_1')],
      'gift_card_covers_difference',
    ],
    ['lets a gift card pay what is on it', [read('#W1'), LAMPS, modify('#W1', ['101'], ['102'], 'gift_card_2')], 'ok'],
    ['exchanges delivered items', [read('#W2'), LAMPS, exchange('#W2', ['101'], ['102'])], 'ok'],
    ['exchanges nothing that is still pending', [read('#W1'), LAMPS, exchange('#W1', ['101'], ['102'])], 'exchange_delivered_only'],
    ['exchanges nothing for itself', [read('#W2'), LAMPS, exchange('#W2', ['101'], ['101'])], 'other_option'],
    [
      'exchanges once per order',
      [read('#W2'), LAMPS, exchange('#W2', ['101'], ['102']), exchange('#W2', ['101'], ['102'])],
      'exchange_delivered_only',
    ],
    ['takes delivered items back', [read('#W2'), giveBack('#W2', ['101', '101'])], 'ok'],
    ['takes nothing back that is still pending', [read('#W1'), giveBack('#W1', ['101'])], 'return_delivered_only'],
    ['takes nothing back that was not ordered so often', [read('#W2'), giveBack('#W2', ['101', '101', '101'])], 'items_of_order'],
    ['takes back nothing when no item is named', [read('#W2'), giveBack('#W2', [])], 'items_of_order'],
    ['refunds to the original method', [read('#W2'), giveBack('#W2', ['201'], 'credit_card_1')], 'ok'],
    ['refunds to a gift card of the customer', [read('#W2'), giveBack('#W2', ['201'], 'gift_card_1')], 'ok'],
    ['refunds to no other method', [read('#W2'), giveBack('#W2', ['201'], 'paypal_1')], 'refund_to_original_or_gift_card'],
    ['pays with one other method', [read('#W1'), pay('#W1', 'paypal_1')], 'ok'],
    ['pays with no method that it is paid with already', [read('#W1'), pay('#W1', 'credit_card_1')], 'other_payment_method'],
    ['changes the payment once', [read('#W1'), pay('#W1', 'paypal_1'), pay('#W1', 'gift_card_2')], 'payment_changed_once'],
    ['pays with a gift card that covers all', [read('#W1'), pay('#W1', 'gift_card_2')], 'ok'],
    ['pays with no gift card that covers a part', [read('#W1'), pay('#W1', 'gift_card_1')], 'gift_card_covers_order'],
    ['pays for pending orders only', [read('#W3'), pay('#W3', 'paypal_1')], 'modify_pending_only'],
    ['sends an order where the customer says', [read('#W1'), 'to 7 Oak Street, Keene 03431', send('#W1')], 'ok'],
    ['makes up no zip code', [read('#W1'), 'to 7 Oak Street in Keene', send('#W1')], 'address_not_made_up'],
    ['takes an address that stands in a record', [read('#W1'), send('#W1', { ...NEW_HOME, address1: '12 Elm Road', zip: '03820' })], 'ok'],
    ['moves the customer where they say', ['I moved to 7 Oak Street, Keene 03431', move()], 'ok'],
    ['makes up no house number', ['I moved to Oak Street, Keene 03431', move()], 'address_not_made_up'],
  ])('%s', async (_rule, steps, rule) => {
    expect(await ending(smallShop(), [...WHO, ...steps])).toBe(rule === 'ok' ? 'ok' : `refused:${rule}`);
  });

  it('gives every refusal a sentence of the policy, one for the customer and one for staff', () => {
    const rules = smallShop().tools.flatMap((tool) => tool.rules);
    expect(rules.filter(({ policy, customer, human }) => !/^[A-Z][\w ,]+: ./.test(policy) || customer === '' || human === '')).toEqual([]);
    expect(rules.length).toBeGreaterThan(30);
  });
});

describe('consent in text', () => {
  it.each([
    ['Yes, please do.', 'ok'],
    ['What would that cost?', 'refused:explicit_yes'],
    ['No, wait.', 'refused:explicit_yes'],
  ])('after %j a change ends with %s', async (line, result) => {
    expect(await ending(smallShop(), [...WHO, read('#W1'), line, pay('#W1', 'paypal_1')], { confirm: 'text' })).toBe(result);
  });
});

describe('the tools of the retail shop without gates', () => {
  const bare = { gates: 'none' } as const;
  it.each<[string, Step, string]>([
    ['an unknown order', cancel('#W9'), 'there is no such order'],
    ['a processed order', cancel('#W3'), 'only a pending order can be cancelled'],
    ['an exchange of a pending order', exchange('#W1', ['101'], ['102']), 'only items of a delivered order can be exchanged'],
    ['an unchanged item', modify('#W1', ['101'], ['101']), '101 would stay what it is'],
    ['a sold-out item', modify('#W1', ['101'], ['103']), '103 is not available'],
    [
      'a refund to a method that did not pay',
      giveBack('#W2', ['101'], 'paypal_1'),
      'the refund goes to the original method or to a gift card',
    ],
    ['a gift card with too little on it', pay('#W1', 'gift_card_1'), 'the gift card does not cover the order'],
    ['an argument that nobody knows', ['get_item_details', { item_id: '101', loud: true }], 'Unrecognized key'],
    ['a reason that is none of the two', cancel('#W1', 'too late'), 'reason'],
  ])('fail on %s', async (_what, call, because) => {
    expect(await ending(smallShop(), [call], bare)).toMatch(new RegExp(`^failed:.*${because}`));
  });

  it.each<[string, Step]>([
    ['an exchange of an item for itself', exchange('#W2', ['101'], ['101'])],
    ['a change of somebody else’s order', cancel('#W4')],
  ])('do %s, which only the policy forbids', async (_what, call) => {
    expect(await ending(smallShop(), [call], bare)).toBe('ok');
  });

  it('move money to the cent', async () => {
    const pack = smallShop();
    const [modified, cancelled] = await actOn(pack, [modify('#W1', ['101'], ['102'], 'gift_card_2'), cancel('#W6')], {
      ...bare,
      isolate: false,
    });
    expect(modified?.output).toMatchObject({
      status: 'pending (item modified)',
      payment_history: [{ amount: 65 }, { transaction_type: 'payment', amount: 15.1, payment_method_id: 'gift_card_2' }],
    });
    expect(cancelled?.output).toMatchObject({ status: 'cancelled', payment_history: [{}, { transaction_type: 'refund', amount: 40 }] });
    const mia = (await pack.changedRecords()).find(({ key }) => key === 'mia_keller_1001')?.after;
    expect(mia).toMatchObject({ payment_methods: { gift_card_1: { balance: 50 }, gift_card_2: { balance: 484.9 } } });
  });

  it('leave no change behind what was written back', async () => {
    const pack = smallShop();
    const home = { address1: '12 Elm Road', address2: '', city: 'Dover', country: 'USA', state: 'NH', zip: '03820' };
    await actOn(pack, [move(), move(home)], { ...bare, isolate: false });
    expect(await pack.changedRecords()).toEqual([]);
  });
});
