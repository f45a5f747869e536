import { describe, expect, it } from '@jest/globals';
import { actOn, ending, type Step } from '../../support/packs/act-on.ts';
import { smallAirline } from '../../support/packs/small-airline.ts';

const ME = 'My user id is mia_keller_1001, my plans have changed.';
const GIL = 'This is gil_keller_1003.';
const read = (id: string): Step => ['get_reservation_details', { reservation_id: id }];
const search = (from: string, to: string, date: string): Step => ['search_direct_flight', { origin: from, destination: to, date }];
const cancel = (id: string): Step => ['cancel_reservation', { reservation_id: id }];
type Leg = readonly [string, string];
const legs = (flights: readonly Leg[]) => flights.map(([flight_number, date]) => ({ flight_number, date }));
const fly = (id: string, cabin: string, flights: readonly Leg[], payment_id = 'credit_card_1'): Step => [
  'update_reservation_flights',
  { reservation_id: id, cabin, flights: legs(flights), payment_id },
];
const bags = (id: string, total: number, paid: number, payment_id = 'credit_card_1'): Step => [
  'update_reservation_baggages',
  { reservation_id: id, total_baggages: total, nonfree_baggages: paid, payment_id },
];
const people = (names: readonly string[]) => names.map((first_name) => ({ first_name, last_name: 'Keller', dob: '1990-01-01' }));
const seat = (id: string, names: readonly string[]): Step => [
  'update_reservation_passengers',
  { reservation_id: id, passengers: people(names) },
];
const certificate = (amount: number, user = 'mia_keller_1001'): Step => ['send_certificate', { user_id: user, amount }];
const OUT: Leg = ['FL1', '2024-05-20'];
const BACK: Leg = ['FL2', '2024-05-22'];
const SHOWN = search('SFO', 'JFK', '2024-05-20');

const book = (change: Record<string, unknown> = {}): Step => [
  'book_reservation',
  {
    user_id: 'mia_keller_1001',
    origin: 'SFO',
    destination: 'JFK',
    flight_type: 'one_way',
    cabin: 'economy',
    flights: legs([OUT]),
    passengers: people(['Mia']),
    payment_methods: [{ payment_id: 'credit_card_1', amount: 100 }],
    total_baggages: 0,
    nonfree_baggages: 0,
    insurance: 'no',
    ...change,
  },
];
const paying = (...payments: readonly (readonly [string, number])[]) => ({
  payment_methods: payments.map(([payment_id, amount]) => ({ payment_id, amount })),
});

describe('identity at the airline', () => {
  it.each<[string, readonly Step[], string]>([
    ['nothing is shown before the user id is given', ['My name is Mia Keller', read('PLAIN')], 'refused:identity_required'],
    ['a user id that nobody has proves nothing', ['I am mia_nobody_1', read('PLAIN')], 'refused:identity_required'],
    ['the user id that the customer gave proves it', [ME, read('PLAIN')], 'ok'],
    ['a reservation of somebody else is not found', [ME, read('THEIRS')], 'refused:not_found'],
    ['a second user id changes nothing', [ME, 'or tom_keller_1002', read('THEIRS')], 'refused:not_found'],
    ['nobody books for somebody else', [ME, SHOWN, book({ user_id: 'tom_keller_1002' })], 'refused:not_found'],
  ])('%s', async (_rule, steps, result) => {
    expect(await ending(smallAirline(), steps)).toBe(result);
  });
});

describe('the policy of the airline on cancelling', () => {
  it.each<[string, readonly Step[], string]>([
    ['refuses what was not looked at', [ME, cancel('FRESH')], 'record_read'],
    ['refuses economy without insurance after a day', [ME, read('PLAIN'), cancel('PLAIN')], 'cancel_grounds'],
    ['allows what was booked within 24 hours', [ME, read('FRESH'), cancel('FRESH')], 'ok'],
    ['refuses what was booked a second more than 24 hours ago', [ME, read('STALE'), cancel('STALE')], 'cancel_grounds'],
    ['allows business', [ME, read('BUSY'), cancel('BUSY')], 'ok'],
    ['allows what the airline cancelled', [ME, read('STOPPED'), cancel('STOPPED')], 'ok'],
    ['refuses insurance without a covered reason', [ME, read('INSURED'), cancel('INSURED')], 'cancel_grounds'],
    ['allows insurance when somebody is ill', [ME, 'My son is sick', read('INSURED'), cancel('INSURED')], 'ok'],
    ['allows insurance in a storm', [ME, 'There is a snowstorm coming', read('INSURED'), cancel('INSURED')], 'ok'],
    ['refuses what is flown, business or not', [ME, read('FLOWN'), cancel('FLOWN')], 'nothing_flown_to_cancel'],
    ['refuses what is cancelled already', [ME, read('GONE'), cancel('GONE')], 'reservation_not_cancelled'],
    ['wants to know why', ['mia_keller_1001: cancel BUSY', read('BUSY'), cancel('BUSY')], 'cancel_reason_obtained'],
  ])('%s', async (_rule, steps, rule) => {
    expect(await ending(smallAirline(), steps)).toBe(rule === 'ok' ? 'ok' : `refused:${rule}`);
  });
});

describe('a reason that the insurance covers', () => {
  const insured = (line: string): Promise<string> => ending(smallAirline(), [ME, line, read('INSURED'), cancel('INSURED')]);
  it.each([
    "I'm sick",
    'My daughter is in hospital',
    'I broke my leg',
    'My doctor told me not to fly',
    'We have COVID',
    "I'm not feeling well",
    'Food poisoning',
    'It is for health reasons',
    'The weather looks terrible',
    'A hurricane is coming',
    'There are thunderstorms on the way',
  ])('is: %s', async (line) => {
    expect(await insured(line)).toBe('ok');
  });

  it.each(['I have a meeting', 'My friend cannot come', 'It is a change of plans', 'I will take the train', 'It still costs too much'])(
    'is not: %s',
    async (line) => {
      expect(await insured(line)).toBe('refused:cancel_grounds');
    },
  );
});

describe('the policy of the airline on changes', () => {
  const LATER: Leg = ['FL1', '2024-05-21'];
  const SHOWN_LATER = search('SFO', 'JFK', '2024-05-21');
  it.each<[string, readonly Step[], string]>([
    ['moves economy to another day', [read('PLAIN'), SHOWN_LATER, fly('PLAIN', 'economy', [LATER])], 'ok'],
    ['moves no basic economy', [read('BASIC'), SHOWN_LATER, fly('BASIC', 'basic_economy', [LATER])], 'basic_economy_flights_stay'],
    [
      'moves no basic economy by way of another cabin',
      [read('BASIC'), SHOWN_LATER, fly('BASIC', 'economy', [LATER])],
      'basic_economy_flights_stay',
    ],
    ['raises basic economy while the flights stay', [read('BASIC'), fly('BASIC', 'economy', [OUT])], 'ok'],
    ['changes something', [read('PLAIN'), fly('PLAIN', 'economy', [OUT])], 'flights_or_cabin_change'],
    [
      'changes no cabin of what is flown',
      [read('FLOWN'), fly('FLOWN', 'economy', [['FL1', '2024-05-10']])],
      'nothing_flown_to_change_cabin',
    ],
    ['changes nothing that is cancelled', [read('GONE'), fly('GONE', 'economy', [OUT])], 'reservation_not_cancelled'],
    [
      'keeps the destination',
      [read('PLAIN'), search('SFO', 'BOS', '2024-05-20'), fly('PLAIN', 'economy', [['FL6', '2024-05-20']])],
      'origin_destination_trip_type',
    ],
    ['keeps the origin', [read('RETURN'), fly('RETURN', 'economy', [BACK])], 'origin_destination_trip_type'],
    ['keeps a round trip round', [read('RETURN'), fly('RETURN', 'economy', [OUT])], 'origin_destination_trip_type'],
    ['needs at least one flight', [read('PLAIN'), fly('PLAIN', 'economy', [])], 'origin_destination_trip_type'],
    [
      'leaves from where somebody has arrived',
      [read('RETURN'), fly('RETURN', 'economy', [OUT, ['FL6', '2024-05-20']])],
      'origin_destination_trip_type',
    ],
    [
      'uses no flight that was never shown',
      [
        read('PLAIN'),
        fly('PLAIN', 'economy', [
          ['FL3', '2024-05-20'],
          ['FL5', '2024-05-20'],
        ]),
      ],
      'flights_not_made_up',
    ],
    [
      'uses no connection that cannot be caught',
      [
        read('PLAIN'),
        ['search_onestop_flight', { origin: 'SFO', destination: 'JFK', date: '2024-05-20' }],
        'FL4 maybe?',
        fly('PLAIN', 'economy', [
          ['FL3', '2024-05-20'],
          ['FL4', '2024-05-20'],
        ]),
      ],
      'connections_catchable',
    ],
    [
      'takes a connection that arrives on the next day',
      [
        read('PLAIN'),
        ['search_onestop_flight', { origin: 'SFO', destination: 'JFK', date: '2024-05-20' }],
        fly('PLAIN', 'economy', [
          ['FL3', '2024-05-20'],
          ['FL5', '2024-05-20'],
        ]),
      ],
      'ok',
    ],
    [
      'books no cabin that is full',
      [read('RETURN'), search('JFK', 'SFO', '2024-05-21'), fly('RETURN', 'economy', [OUT, ['FL2', '2024-05-21']])],
      'flights_bookable',
    ],
    ['books no flight that is delayed', [read('PLAIN'), fly('PLAIN', 'economy', [['FL1', '2024-05-15']])], 'flights_bookable'],
    [
      'pays a change with no certificate',
      [read('PLAIN'), SHOWN_LATER, fly('PLAIN', 'economy', [LATER], 'certificate_1')],
      'card_of_profile_for_change',
    ],
    [
      'pays a change with no method of nobody',
      [read('PLAIN'), SHOWN_LATER, fly('PLAIN', 'economy', [LATER], 'gift_card_9')],
      'card_of_profile_for_change',
    ],
    ['adds the bags that are asked for', [read('PLAIN'), 'one more bag please', bags('PLAIN', 2, 0)], 'ok'],
    ['charges each bag above the free ones', [read('PLAIN'), 'two more bags please', bags('PLAIN', 3, 1)], 'ok'],
    ['gives no bag away', [read('PLAIN'), 'two more bags please', bags('PLAIN', 3, 0)], 'bags_by_allowance'],
    ['charges no bag that is free', [read('PLAIN'), 'one more bag please', bags('PLAIN', 2, 1)], 'bags_by_allowance'],
    ['removes no bag', [read('PLAIN'), 'no bags please', bags('PLAIN', 0, 0)], 'bags_only_added'],
    ['adds no bag that nobody spoke of', [read('PLAIN'), bags('PLAIN', 2, 0)], 'bags_asked_for'],
    ['adds no more bags than were asked for', [read('PLAIN'), 'one bag more', bags('PLAIN', 4, 2)], 'bags_as_many_as_asked_for'],
    ['pays bags with no certificate', [read('PLAIN'), 'two more bags', bags('PLAIN', 3, 1, 'certificate_1')], 'card_of_profile_for_change'],
    ['lets others fly', [read('PLAIN'), 'Zoe instead of Ben', seat('PLAIN', ['Mia', 'Zoe'])], 'ok'],
    ['lets no more people fly', [read('PLAIN'), 'Zoe too', seat('PLAIN', ['Mia', 'Ben', 'Zoe'])], 'passenger_count_stays'],
    ['lets no fewer people fly', [read('PLAIN'), seat('PLAIN', ['Mia'])], 'passenger_count_stays'],
    ['makes up no passenger', [read('PLAIN'), seat('PLAIN', ['Mia', 'Zoe'])], 'passengers_from_customer'],
  ])('%s', async (_rule, steps, rule) => {
    expect(await ending(smallAirline(), [ME, ...steps])).toBe(rule === 'ok' ? 'ok' : `refused:${rule}`);
  });
});

describe('the policy of the airline on booking', () => {
  const named = 'For Mia, Ann, Bea, Cat, Dot and Eve Keller';
  it.each<[string, readonly Step[], string]>([
    ['books what was shown and said', [book()], 'ok'],
    ['takes five passengers', [book({ passengers: people(['Mia', 'Ann', 'Bea', 'Cat', 'Dot']), ...paying(['credit_card_1', 500]) })], 'ok'],
    ['takes no sixth', [book({ passengers: people(['Mia', 'Ann', 'Bea', 'Cat', 'Dot', 'Eve']) })], 'at_most_five_passengers'],
    ['takes nobody without passengers', [book({ passengers: [] })], 'at_most_five_passengers'],
    ['takes one certificate and one credit card', [book({ ...paying(['certificate_1', 60], ['credit_card_1', 40]) })], 'ok'],
    ['takes no second certificate', [book({ ...paying(['certificate_1', 60], ['certificate_2', 40]) })], 'payment_mix'],
    ['takes no second credit card', [book({ ...paying(['credit_card_1', 60], ['credit_card_2', 40]) })], 'payment_mix'],
    ['takes no method of nobody', [book({ ...paying(['gift_card_9', 100]) })], 'methods_of_profile'],
    ['pays nothing out', [book({ ...paying(['credit_card_1', 150], ['gift_card_1', -50]) })], 'payments_are_paid'],
    ['adds no bag that nobody spoke of', [book({ total_baggages: 1 })], 'bags_asked_for'],
    ['lets the free bags be free', ['with one suitcase', book({ total_baggages: 1 })], 'ok'],
    ['charges the bags above', ['with 2 suitcases', book({ total_baggages: 2 })], 'bags_by_allowance'],
    ['adds no insurance that nobody spoke of', [book({ insurance: 'yes', ...paying(['credit_card_1', 130]) })], 'insurance_asked_for'],
    ['adds the insurance that is wanted', ['with insurance', book({ insurance: 'yes', ...paying(['credit_card_1', 130]) })], 'ok'],
    ['flies where it says', [book({ destination: 'BOS' })], 'origin_destination_trip_type'],
    ['comes back from a round trip', [book({ flight_type: 'round_trip' })], 'origin_destination_trip_type'],
  ])('%s', async (_rule, steps, rule) => {
    expect(await ending(smallAirline(), [ME, named, SHOWN, ...steps])).toBe(rule === 'ok' ? 'ok' : `refused:${rule}`);
  });
});

describe('the policy of the airline on compensation', () => {
  const WANTS = 'I want a compensation';
  it.each<[string, readonly Step[], string]>([
    ['gives a gold member $100 a head for a cancelled flight', [GIL, WANTS, read('GOLDEN'), certificate(200, 'gil_keller_1003')], 'ok'],
    ['gives no other amount', [GIL, WANTS, read('GOLDEN'), certificate(100, 'gil_keller_1003')], 'compensation_amount'],
    [
      'gives it once',
      [GIL, WANTS, read('GOLDEN'), certificate(200, 'gil_keller_1003'), certificate(200, 'gil_keller_1003')],
      'compensation_amount',
    ],
    ['offers nothing that nobody asked for', [GIL, read('GOLDEN'), certificate(200, 'gil_keller_1003')], 'compensation_asked_for'],
    ['confirms the facts first', [GIL, WANTS, certificate(200, 'gil_keller_1003')], 'compensation_eligible'],
    ['gives a regular member in economy nothing', [ME, WANTS, read('STOPPED'), certificate(200)], 'compensation_eligible'],
    ['gives nothing for a flight that is on its way as planned', [ME, WANTS, read('BUSY'), certificate(200)], 'compensation_amount'],
    ['gives nothing for a delay that was only waited out', [ME, WANTS, read('LATE'), certificate(100)], 'compensation_amount'],
    ['gives $50 a head once what is delayed was cancelled', [ME, WANTS, read('LATE'), cancel('LATE'), certificate(100)], 'ok'],
  ])('%s', async (_rule, steps, rule) => {
    expect(await ending(smallAirline(), steps)).toBe(rule === 'ok' ? 'ok' : `refused:${rule}`);
  });
});

describe('the tools of the airline without gates', () => {
  const bare = { gates: 'none' } as const;
  it.each<[string, Step, string]>([
    ['a flight that does not exist', fly('PLAIN', 'economy', [['FL9', '2024-05-20']]), 'there is no flight FL9'],
    ['a day on which it does not fly', fly('PLAIN', 'economy', [['FL1', '2024-05-30']]), 'does not fly on 2024-05-30'],
    ['a cabin that is full', fly('RETURN', 'economy', [OUT, ['FL2', '2024-05-21']]), 'too few seats'],
    ['a certificate for a change', fly('PLAIN', 'business', [OUT], 'certificate_1'), 'a certificate cannot pay for a change'],
    ['a gift card with too little on it', fly('PLAIN', 'business', [OUT], 'gift_card_1'), 'the gift card does not cover the difference'],
    ['other numbers of passengers', seat('PLAIN', ['Mia']), 'the number of passengers cannot change'],
    ['payments that do not add up', book({ ...paying(['credit_card_1', 99]) }), 'the payments make 99, the total is 100'],
  ])('fail on %s', async (_what, call, because) => {
    expect(await ending(smallAirline(), [call], bare)).toMatch(new RegExp(`^failed:.*${because}`));
  });

  it('keep the price of flights that stay, and turn every payment around when cancelling', async () => {
    const [moved, cancelled] = await actOn(
      smallAirline(),
      [fly('RETURN', 'economy', [['FL1', '2024-05-21'], BACK]), cancel('RETURN')],
      bare,
    );
    expect(moved?.output).toMatchObject({
      flights: [{ price: 120 }, { price: 100 }],
      payment_history: [{ amount: 200 }, { payment_id: 'credit_card_1', amount: 40 }],
    });
    expect(cancelled?.output).toMatchObject({ status: 'cancelled', payment_history: [{}, {}, { amount: -200 }, { amount: -40 }] });
  });

  it('use a certificate up and count a gift card down', async () => {
    const pack = smallAirline();
    await actOn(pack, [book({ ...paying(['certificate_1', 60], ['gift_card_1', 40]) })], { ...bare, isolate: false });
    const mia = (await pack.changedRecords()).find(({ key }) => key === 'mia_keller_1001')?.after;
    expect(mia).toMatchObject({ payment_methods: { gift_card_1: { amount: 50 } }, reservations: expect.arrayContaining(['HATHAT']) });
    expect(mia).not.toMatchObject({ payment_methods: { certificate_1: expect.anything() } });
  });
});
