import { customerId, type CustomerRecord, type PackSettings, type Tool, type ToolPack } from 'deskhand/pack';
import { z } from 'zod';
import { calculate } from '../world/calculate.ts';
import { readJson } from '../world/read-json.ts';
import { transferToHumanAgents } from '../world/transfer-to-human-agents.ts';
import { openAirline, STANDS_AT, type Airline, type AirlineData } from './airline.ts';
import { statedUserId } from './identity.ts';
import { flight, reservation, user, type User } from './records.ts';
import { bookReservation } from './tools/book-reservation.ts';
import { cancelReservation } from './tools/cancel-reservation.ts';
import { getFlightStatus } from './tools/get-flight-status.ts';
import { getReservationDetails } from './tools/get-reservation-details.ts';
import { getUserDetails } from './tools/get-user-details.ts';
import { listAllAirports } from './tools/list-all-airports.ts';
import { searchDirectFlight } from './tools/search-direct-flight.ts';
import { searchOnestopFlight } from './tools/search-onestop-flight.ts';
import { sendCertificate } from './tools/send-certificate.ts';
import { updateReservationBaggages } from './tools/update-reservation-baggages.ts';
import { updateReservationFlights } from './tools/update-reservation-flights.ts';
import { updateReservationPassengers } from './tools/update-reservation-passengers.ts';

/** One line a tool. */
const TOOLS: readonly ((airline: Airline) => Tool)[] = [
  getUserDetails,
  getReservationDetails,
  listAllAirports,
  searchDirectFlight,
  searchOnestopFlight,
  getFlightStatus,
  bookReservation,
  cancelReservation,
  updateReservationFlights,
  updateReservationBaggages,
  updateReservationPassengers,
  sendCertificate,
  calculate,
  transferToHumanAgents,
];

const GATE_SENTENCES = {
  identity_required: 'Book, modify and cancel flight: first the agent obtains the user id, and the customer has to provide it.',
  not_found: 'Book, modify and cancel flight: what is changed belongs to the user id that the customer provided.',
  record_read: 'Modify and cancel flight: the system does not check the rules, so the agent makes sure of them before the call.',
  explicit_yes: 'General: before any change its details are listed and the customer explicitly says yes.',
};

/** An airline over its three files in the data folder; changes stay in memory. Rejects with `config_invalid` when a file does not fit. */
export async function openPack({ folder }: PackSettings): Promise<ToolPack> {
  const [flights, users, reservations] = await Promise.all([
    readJson(folder, 'flights.json', z.record(z.string(), flight)),
    readJson(folder, 'users.json', z.record(z.string(), user)),
    readJson(folder, 'reservations.json', z.record(z.string(), reservation)),
  ]);
  return packOver({
    flights: new Map(Object.entries(flights)),
    users: new Map(Object.entries(users)),
    reservations: new Map(Object.entries(reservations)),
  });
}

export function packOver(data: AirlineData): ToolPack {
  const airline = openAirline(data);
  return {
    name: 'airline',
    demo: false,
    tools: TOOLS.map((tool) => tool(airline)),
    identityProof: statedUserId(airline),
    gateSentences: GATE_SENTENCES,
    ownerOf: async ({ table, key }) => {
      const owner = table === 'reservations' ? airline.reservations.get(key)?.user_id : airline.users.get(key) && key;
      return owner === undefined ? undefined : customerId(owner);
    },
    customerByEmail: async (email) => {
      const wanted = email.trim().toLowerCase();
      const id = [...airline.users.keys()].find((each) => airline.users.get(each)?.email.toLowerCase() === wanted);
      return id === undefined ? undefined : recordOf(id, airline.users.get(id));
    },
    customerById: async (id) => recordOf(id, airline.users.get(id)),
    sampleCustomers: async () => [],
    changedRecords: async () => [
      ...airline.reservations.changed().map((change) => ({ table: 'reservations', ...change })),
      ...airline.users.changed().map((change) => ({ table: 'users', ...change })),
    ],
    asOpened: async () => packOver(data),
    standsAt: STANDS_AT,
    close: async () => {},
  };
}

function recordOf(id: string, found: User | undefined): CustomerRecord | undefined {
  if (!found) return undefined;
  const { name, email } = found;
  return { customerId: customerId(id), name: `${name.first_name} ${name.last_name}`, email, status: 'active' };
}
