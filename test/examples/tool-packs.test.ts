import { toolPackContract } from '../contracts/tool-pack.ts';
import { smallAirline } from '../support/packs/small-airline.ts';
import { smallShop } from '../support/packs/small-shop.ts';

const now = (): Date => new Date('2024-05-15T15:00:00Z');
const HOME = { address1: '7 Oak Street', address2: '', city: 'Keene', country: 'USA', state: 'NH', zip: '03431' };
const ANYTHING = { calculate: { expression: '1 + 1' }, transfer_to_human_agents: { summary: 'wants a person' } };
const pair = { item_ids: ['101'], new_item_ids: ['102'], payment_method_id: 'credit_card_1' };

toolPackContract('the retail example', async () => ({
  pack: smallShop(),
  now,
  knownEmail: 'mia.keller@example.com',
  neighbourEmail: 'tom.berg@example.com',
  asksItself: false,
  harmless: [],
  write: 'modify_user_address',
  inputs: {
    ...ANYTHING,
    find_user_id_by_email: { email: 'mia.keller@example.com' },
    find_user_id_by_name_zip: { first_name: 'Mia', last_name: 'Keller', zip: '03820' },
    get_user_details: { user_id: 'mia_keller_1001' },
    get_order_details: { order_id: '#W1' },
    get_product_details: { product_id: 'p-lamp' },
    get_item_details: { item_id: '101' },
    list_all_product_types: {},
    cancel_pending_order: { order_id: '#W1', reason: 'no longer needed' },
    modify_pending_order_address: { order_id: '#W1', ...HOME },
    modify_pending_order_payment: { order_id: '#W1', payment_method_id: 'paypal_1' },
    modify_pending_order_items: { order_id: '#W1', ...pair },
    return_delivered_order_items: { order_id: '#W2', item_ids: ['101'], payment_method_id: 'credit_card_1' },
    exchange_delivered_order_items: { order_id: '#W2', ...pair },
    modify_user_address: { user_id: 'mia_keller_1001', ...HOME },
  },
}));

const route = { origin: 'SFO', destination: 'JFK', date: '2024-05-20' };
const flights = [{ flight_number: 'FL1', date: '2024-05-20' }];
const mia = { first_name: 'Mia', last_name: 'Keller', dob: '1990-01-01' };

toolPackContract('the airline example', async () => ({
  pack: smallAirline(),
  now,
  knownEmail: 'mia@example.com',
  neighbourEmail: 'tom@example.com',
  asksItself: false,
  harmless: [],
  write: 'cancel_reservation',
  inputs: {
    ...ANYTHING,
    get_user_details: { user_id: 'mia_keller_1001' },
    get_reservation_details: { reservation_id: 'PLAIN' },
    list_all_airports: {},
    search_direct_flight: route,
    search_onestop_flight: route,
    get_flight_status: { flight_number: 'FL1', date: '2024-05-20' },
    book_reservation: {
      user_id: 'mia_keller_1001',
      origin: 'SFO',
      destination: 'JFK',
      flight_type: 'one_way',
      cabin: 'economy',
      flights,
      passengers: [mia],
      payment_methods: [{ payment_id: 'credit_card_1', amount: 100 }],
      total_baggages: 0,
      nonfree_baggages: 0,
      insurance: 'no',
    },
    cancel_reservation: { reservation_id: 'PLAIN' },
    update_reservation_flights: { reservation_id: 'PLAIN', cabin: 'business', flights, payment_id: 'credit_card_1' },
    update_reservation_baggages: { reservation_id: 'PLAIN', total_baggages: 2, nonfree_baggages: 0, payment_id: 'credit_card_1' },
    update_reservation_passengers: { reservation_id: 'PLAIN', passengers: [mia, mia] },
    send_certificate: { user_id: 'mia_keller_1001', amount: 100 },
  },
}));
