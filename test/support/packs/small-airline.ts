import { packOver } from '../../../examples/airline/pack.ts';
import type { Flight, FlightDay, Reservation, User } from '../../../examples/airline/records.ts';
import type { ToolPack } from '../../../src/tools/tool.ts';

const open = (price = 100, seats = 9): FlightDay => ({
  status: 'available',
  available_seats: { basic_economy: seats, economy: seats, business: seats },
  prices: { basic_economy: price - 50, economy: price, business: price + 200 },
});
const LANDED: FlightDay = { status: 'landed', actual_departure_time_est: '', actual_arrival_time_est: '' };
const DELAYED: FlightDay = { status: 'delayed', estimated_departure_time_est: '', estimated_arrival_time_est: '' };

const flight = (id: string, from: string, to: string, times: [string, string], days: Record<string, FlightDay>): Flight => ({
  flight_number: id,
  origin: from,
  destination: to,
  scheduled_departure_time_est: `${times[0]}:00`,
  scheduled_arrival_time_est: times[1].replace(/^(\d\d:\d\d)/, '$1:00'),
  dates: days,
});

const FLIGHTS = [
  flight('FL1', 'SFO', 'JFK', ['08:00', '16:00'], {
    '2024-05-20': open(),
    '2024-05-21': open(120),
    '2024-05-10': LANDED,
    '2024-05-16': { status: 'cancelled' },
    '2024-05-15': DELAYED,
  }),
  flight('FL2', 'JFK', 'SFO', ['09:00', '17:00'], { '2024-05-22': open(), '2024-05-20': open(), '2024-05-21': open(100, 1) }),
  flight('FL3', 'SFO', 'DEN', ['07:00', '09:00'], { '2024-05-20': open(60) }),
  flight('FL4', 'DEN', 'JFK', ['08:30', '13:00'], { '2024-05-20': open(60) }),
  flight('FL5', 'DEN', 'JFK', ['22:00', '03:00+1'], { '2024-05-20': open(60) }),
  flight('FL6', 'SFO', 'BOS', ['08:00', '16:00'], { '2024-05-20': open() }),
];

const profile = (name: string, membership: User['membership'], reservations: string[]): User => ({
  name: { first_name: name, last_name: 'Keller' },
  address: {},
  email: `${name.toLowerCase()}@example.com`,
  dob: '1990-01-01',
  payment_methods: {
    credit_card_1: { source: 'credit_card', id: 'credit_card_1', brand: 'visa', last_four: '4242' },
    credit_card_2: { source: 'credit_card', id: 'credit_card_2', brand: 'visa', last_four: '1111' },
    gift_card_1: { source: 'gift_card', id: 'gift_card_1', amount: 90 },
    certificate_1: { source: 'certificate', id: 'certificate_1', amount: 150 },
    certificate_2: { source: 'certificate', id: 'certificate_2', amount: 150 },
  },
  saved_passengers: [],
  membership,
  reservations,
});

const reservation = (id: string, owner: string, flights: readonly [string, string][], change: Partial<Reservation> = {}): Reservation => ({
  reservation_id: id,
  user_id: owner,
  origin: 'SFO',
  destination: 'JFK',
  flight_type: 'one_way',
  cabin: 'economy',
  flights: flights.map(([flight_number, date]) => ({ flight_number, date, price: 100, origin: 'SFO', destination: 'JFK' })),
  passengers: [
    { first_name: 'Mia', last_name: 'Keller', dob: '1990-01-01' },
    { first_name: 'Ben', last_name: 'Keller', dob: '1991-02-02' },
  ],
  payment_history: [{ payment_id: 'credit_card_1', amount: 200 }],
  created_at: '2024-05-01T10:00:00',
  total_baggages: 1,
  nonfree_baggages: 0,
  insurance: 'no',
  ...change,
});

const MIA = 'mia_keller_1001';
const TODAY = '2024-05-14T15:00:01';
const RESERVATIONS = [
  reservation('PLAIN', MIA, [['FL1', '2024-05-20']]),
  reservation('FRESH', MIA, [['FL1', '2024-05-20']], { created_at: TODAY }),
  reservation('STALE', MIA, [['FL1', '2024-05-20']], { created_at: '2024-05-14T14:59:59' }),
  reservation('BUSY', MIA, [['FL1', '2024-05-20']], { cabin: 'business' }),
  reservation('INSURED', MIA, [['FL1', '2024-05-20']], { insurance: 'yes' }),
  reservation('BASIC', MIA, [['FL1', '2024-05-20']], { cabin: 'basic_economy' }),
  reservation('FLOWN', MIA, [['FL1', '2024-05-10']], { cabin: 'business' }),
  reservation('STOPPED', MIA, [['FL1', '2024-05-16']]),
  reservation('LATE', MIA, [['FL1', '2024-05-15']], { cabin: 'business' }),
  reservation('GONE', MIA, [['FL1', '2024-05-20']], { cabin: 'business', status: 'cancelled' }),
  reservation(
    'RETURN',
    MIA,
    [
      ['FL1', '2024-05-20'],
      ['FL2', '2024-05-22'],
    ],
    { flight_type: 'round_trip' },
  ),
  reservation('GOLDEN', 'gil_keller_1003', [['FL1', '2024-05-16']]),
  reservation('THEIRS', 'tom_keller_1002', [['FL1', '2024-05-20']], { created_at: TODAY }),
];

const byKey = <Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row> => new Map(rows.map((row) => [key(row), row]));

/** An airline of six flights; each reservation is named after what is special about it. Mia is a regular member, Gil a gold one. */
export const smallAirline = (): ToolPack =>
  packOver({
    flights: byKey(FLIGHTS, ({ flight_number }) => flight_number),
    users: new Map([
      [
        MIA,
        profile(
          'Mia',
          'regular',
          RESERVATIONS.map(({ reservation_id }) => reservation_id),
        ),
      ],
      ['tom_keller_1002', profile('Tom', 'regular', ['THEIRS'])],
      ['gil_keller_1003', profile('Gil', 'gold', ['GOLDEN'])],
    ]),
    reservations: byKey(RESERVATIONS, ({ reservation_id }) => reservation_id),
  });
