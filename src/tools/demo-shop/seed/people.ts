import type { SeededRandom } from './seeded-random.ts';
import type { CustomerPlan } from './shop-plan.ts';

/** Enough to fill every page and to make a foreign order easy to name. */
const CUSTOMERS = 340;
const FIRST_ID = 2_001;

const FIRST_NAMES = words(
  'Aaliyah Aaron Abigail Adrian Aisha Alejandro Alice Amara Andre Angela Anton Ayumi Beatriz Benjamin Bianca Brandon Camila Carlos Carmen Cheng Chloe Claire Connor Daniela Darius David Deepa Diego Dylan Eduardo Eleanor Emeka Emily Ethan Farah Fatima Felix Fiona Gabriel Gloria Hannah Hassan Hector Helen Henry Hiro Imani Ingrid Isaac Isabel Jada Jamal Jasmine Javier Jenna Joanna Jorge Joseph Julia Kai Karen Keisha Kenji Kevin Laila Lars Laura Leila Leo Linda Lucas Luis Maria Marcus Margaret Mateo Megan Mei Miguel Monica Nadia Naomi Nathan Nina Olivia Omar Oscar Patricia Paul Quinn Rachel Rafael Rebecca Ricardo Rosa Ruth Samira Sarah Sean Sofia Stella Tariq Teresa Thomas Uma Victor Violet Walter Wei Xavier Yasmin Yusuf Zoe',
);
const LAST_NAMES = words(
  'Abbott Acosta Adeyemi Ahmed Alvarez Anderson Bailey Baker Banerjee Barnes Bennett Blake Bowman Brooks Bryant Campbell Castillo Chan Chavez Chen Clarke Cohen Coleman Cooper Cruz Davies Delgado Diaz Dixon Dubois Eriksen Evans Fischer Fitzgerald Flores Foster Franklin Fujita Garcia Gibson Goldberg Gonzalez Graham Greene Gupta Hansen Harper Hayes Hernandez Hoffman Holloway Hughes Ibrahim Iyer Jackson Jensen Johnston Kapoor Kaufman Khan Kim Kowalski Kumar Larsen Lawson Lee Lopez MacDonald Martinez Mendoza Meyer Mitchell Morales Murphy Nakamura Nelson Nguyen Novak Nwosu Olson Ortiz Palmer Park Patterson Pereira Petrov Quintero Ramirez Reyes Rivera Robinson Romero Ross Russo Sanders Santos Schmidt Shah Simmons Singh Stewart Sullivan Takahashi Thompson Torres Turner Vargas Vasquez Wallace Walsh Washington Weber Whitaker Wong Wright Young Zhang Zimmerman',
);
const STREETS = words(
  'Alder Ash Birch Bridge Canal Cedar Church Clover Elm Fern Forest Garden Grant Hazel Highland Hill Juniper Laurel Liberty Linden Main Maple Meadow Mill Oak Park Pine Poplar River School Spring Spruce Summit Sycamore Union Valley Walnut Willow',
);
const STREET_KINDS = words('Street Avenue Road Lane Drive Court');
const PLACES: readonly [string, ...string[]] = [
  'Albany, NY 12207',
  'Albuquerque, NM 87102',
  'Anchorage, AK 99501',
  'Athens, GA 30601',
  'Austin, TX 78701',
  'Bend, OR 97701',
  'Billings, MT 59101',
  'Boise, ID 83702',
  'Boston, MA 02116',
  'Bozeman, MT 59715',
  'Charlotte, NC 28202',
  'Chattanooga, TN 37402',
  'Chicago, IL 60605',
  'Columbus, OH 43215',
  'Denver, CO 80203',
  'Duluth, MN 55802',
  'Durango, CO 81301',
  'Flagstaff, AZ 86001',
  'Fresno, CA 93721',
  'Grand Rapids, MI 49503',
  'Honolulu, HI 96813',
  'Knoxville, TN 37902',
  'Lancaster, PA 17603',
  'Missoula, MT 59802',
  'Nashville, TN 37203',
  'Oakland, CA 94607',
  'Omaha, NE 68102',
  'Providence, RI 02903',
  'Raleigh, NC 27601',
  'Reno, NV 89501',
  'Richmond, VA 23220',
  'Sacramento, CA 95814',
  'Santa Fe, NM 87501',
  'Spokane, WA 99201',
  'Tulsa, OK 74103',
  'Tucson, AZ 85701',
  'Calgary, AB T2P 1J9, Canada',
  'Halifax, NS B3J 1S9, Canada',
  'Toronto, ON M5V 2T6, Canada',
  'Vancouver, BC V6B 1A1, Canada',
];
const MAIL_HOSTS: readonly [string, ...string[]] = ['example.com', 'example.net', 'example.org'];

/** Customers with names, addresses and accounts of every status. No two share a mail address. */
export function planCustomers(random: SeededRandom): readonly CustomerPlan[] {
  return Array.from({ length: CUSTOMERS }, (_, index) => planCustomer(random, index));
}

function planCustomer(random: SeededRandom, index: number): CustomerPlan {
  const first = random.pick(FIRST_NAMES);
  const last = random.pick(LAST_NAMES);
  const number = FIRST_ID + index;
  return {
    customerId: `C-${number}`,
    name: `${first} ${last}`,
    email: `${first}.${last}${number}@${random.pick(MAIL_HOSTS)}`.toLowerCase(),
    // 555-0100 to 555-0199 are kept free for examples.
    phone: random.chance(75) ? `+1 ${201 + random.below(700)}-555-01${String(random.below(100)).padStart(2, '0')}` : null,
    status: random.chance(94) ? 'active' : random.pick(['locked', 'closed']),
    memberForDays: 100 + random.below(1_900),
    newsletter: random.chance(45),
    address: planAddress(random),
  };
}

/** An address on one line, as on a label. */
export function planAddress(random: SeededRandom): string {
  return `${1 + random.below(4_800)} ${random.pick(STREETS)} ${random.pick(STREET_KINDS)}, ${random.pick(PLACES)}`;
}

function words(text: string): readonly [string, ...string[]] {
  const [first = '', ...rest] = text.split(' ');
  return [first, ...rest];
}
