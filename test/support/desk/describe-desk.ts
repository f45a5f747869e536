import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refundsFor } from '../../scenarios/support-line.ts';
import { openDeskBench, STAFF_CUSTOMER, type DeskBench } from './desk-bench.ts';
import type { DeskSide, Person, SeenCard } from './desk-side.ts';
import { soon } from './soon.ts';

const LIMIT_MS = 60_000;
const DAY_MS = 86_400_000;
/** Nothing that could follow is still on its way after this. */
const SETTLED_MS = 150;
/** Longer than the rest between the first tries. */
const NEXT_TRY_MS = 10_000;

/** What a desk on any platform must be able to do, on the whole product with real records and a real shop. */
export function describeDesk(platform: string, openSide: () => Promise<DeskSide>): void {
  describe(`the desk on ${platform}`, () => {
    let bench: DeskBench;
    let side: DeskSide;
    beforeAll(async () => {
      side = await openSide();
      bench = await openDeskBench(side);
    }, LIMIT_MS);
    afterAll(async () => {
      await bench?.close();
      expect(side.violations()).toEqual([]);
    }, LIMIT_MS);

    const cardsOf = (ticket: string): readonly SeenCard[] => side.cards().filter((card) => card.ticket === ticket);
    const card = (ticket: string, words: RegExp = /./): Promise<SeenCard> =>
      soon(`a card of ${ticket} with ${words}`, () => cardsOf(ticket).find(({ text }) => words.test(text)));
    const below = (ticket: string, words: RegExp): Promise<string> =>
      soon(`${words} below ${ticket}`, () => side.thread(ticket).find((text) => words.test(text)));
    const told = (who: Person, words: RegExp): Promise<string> =>
      soon(`${words} for ${who}`, () => side.told(who).findLast((text) => words.test(text)));
    const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    /** An order's refund can be asked for once, so that several tests look at one that waits. */
    const waiting = new Map<string, ReturnType<DeskBench['waitingRefund']>>();
    const waitingFor = (email: string, order: string): ReturnType<DeskBench['waitingRefund']> => {
      const known = waiting.get(order) ?? bench.waitingRefund(email, order);
      waiting.set(order, known);
      return known;
    };
    const stateOf = async (ticket: string) => (await bench.ticket(ticket)).state;

    it(
      `pays a refund of $240 of a mail customer once, approved on ${platform}, and tells them by mail`,
      async () => {
        const { customer, ticket } = await bench.waitingRefund('jonas.brandt@example.com', 'LF-10003');
        const shown = await card(ticket);
        expect(shown.text).toMatch(/LF-10003[^]*\$240\.00[^]*Needs: refund[^]*approver/);
        expect(shown.buttons).toEqual(['Approve', 'Deny', 'Claim', 'Reply']);
        expect(refundsFor('LF-10003', bench.dataFolder)).toEqual([]);
        await side.press(ticket, 'Approve', 'ana', { times: 5 });
        expect(await customer.hears(/approved/)).toContain('$240.00');
        expect((await card(ticket, /Approved by Ana Lindqvist/)).buttons).toEqual([]);
        expect(await below(ticket, /Ana Lindqvist: Done/)).toContain('LF-10003');
        expect(refundsFor('LF-10003', bench.dataFolder)).toEqual([24_000]);
        expect(cardsOf(ticket)).toHaveLength(1);
        expect(customer.heard().filter((text) => text.includes('approved'))).toHaveLength(1);
      },
      LIMIT_MS,
    );

    it(
      `shows who, why and what was said below one card on ${platform}, without personal data`,
      async () => {
        const customer = bench.customer('grace.lin@example.com');
        await customer.says('My card is 4111 1111 1111 1111, call +1 202 555 0143. I want to talk to a human!');
        const { number } = await customer.ticket();
        const shown = await card(number);
        expect(shown.text).toMatch(/asked for a person[^]*The customer wants[^]*NOT VERIFIED[^]*Suggested next step[^]*unclaimed/);
        expect(shown.buttons).toEqual(['Claim', 'Reply', 'Resolve', 'Return to bot']);
        const transcript = await below(number, /What was said/);
        expect(side.thread(number)[0]).toBe(transcript);
        expect(transcript).toMatch(/talk to a human[^]*passed you to our team/);
        for (const text of [shown.text, transcript]) expect(text).not.toMatch(/4111|555 0143|grace\.lin@/);
      },
      LIMIT_MS,
    );

    it(
      `gives each event on ${platform} one effect, however often it is delivered`,
      async () => {
        const five = { times: 5 };
        const { customer, ticket } = await bench.handedOver('sam.okafor@example.com');
        await side.press(ticket, 'Claim', 'ben', five);
        await card(ticket, /with Ben Adeyemi/);
        await side.fill(ticket, 'Reply', 'ben', 'I look into it now.', five);
        await side.say(ticket, 'ben', 'Reply: and a second word', five);
        expect(await customer.hears(/second word/)).toBe('and a second word');
        await below(ticket, /second word/);
        await side.fill(ticket, 'Resolve', 'ben', 'solved', five);
        await card(ticket, /closed by Ben Adeyemi/);
        await settled();
        const heard = customer.heard();
        expect(heard.filter((text) => text === 'I look into it now.')).toHaveLength(1);
        expect(heard.filter((text) => text === 'and a second word')).toHaveLength(1);
        expect(heard.filter((text) => /from 1 \(poor\) to 5/.test(text))).toHaveLength(1);
        expect(side.thread(ticket).filter((text) => /→ Ben Adeyemi to the customer/.test(text))).toHaveLength(2);
        expect(side.thread(ticket).filter((text) => /is resolved/.test(text))).toHaveLength(1);
        expect(cardsOf(ticket)).toHaveLength(1);
        expect(side.told('ben')).toEqual([]);
      },
      LIMIT_MS,
    );

    it(
      `keeps talk in the thread on ${platform} internal, whatever it says`,
      async () => {
        const { customer, ticket } = await waitingFor('sam.okafor@example.com', 'LF-10008');
        const before = customer.heard().length;
        for (const words of ['approved', 'LGTM, approve it', 'yes', 'he sounds honest', 'I would reply: but later'])
          await side.say(ticket, 'ana', words);
        for (const who of ['stranger', 'outsider'] as const) await side.say(ticket, who, 'approved');
        await settled();
        expect(customer.heard()).toHaveLength(before);
        expect(refundsFor('LF-10008', bench.dataFolder)).toEqual([]);
        expect(await stateOf(ticket)).toMatchObject({ kind: 'open' });
      },
      LIMIT_MS,
    );

    it(
      `is silent while somebody on ${platform} has the conversation, and shows them what the customer writes`,
      async () => {
        const { customer, ticket } = await bench.handedOver('mia.keller@example.com');
        await side.press(ticket, 'Claim', 'ben');
        await card(ticket, /with Ben Adeyemi/);
        const before = customer.heard().length;
        await customer.says('Where is my order LF-10002?');
        await customer.says('Hello? <!channel> @everyone');
        expect(await below(ticket, /LF-10002/)).toMatch(side.mentionOf('ben'));
        const hello = await below(ticket, /Hello\?/);
        expect(hello).not.toMatch(/<!channel>/);
        expect(customer.heard()).toHaveLength(before);
        expect(cardsOf(ticket)).toHaveLength(1);
      },
      LIMIT_MS,
    );

    it(
      `says below the card on ${platform} when a reply did not reach the customer`,
      async () => {
        const { ticket } = await bench.handedOver('noah.williams@example.com');
        bench.refuseMail('550 no such mailbox');
        await side.say(ticket, 'ben', 'talked to Noah\nreply: Your parcel is on its way.\nIt comes on Friday.');
        expect(await below(ticket, /✗ Ben Adeyemi/)).toMatch(/550 no such mailbox[^]*on its way[^]*Friday/);
        bench.refuseMail(undefined);
      },
      LIMIT_MS,
    );

    it(
      `says on ${platform} that a file written with a reply stayed behind`,
      async () => {
        const { customer, ticket } = await bench.handedOver('noah.williams@example.com');
        await side.say(ticket, 'ben', 'reply: Here is your label.', { withFile: true });
        expect(await customer.hears(/Here is your label/)).toContain('Here is your label.');
        expect(await below(ticket, /the file did not/)).toContain('Ben Adeyemi');
      },
      LIMIT_MS,
    );

    it(
      `denies with a reason and returns with an instruction on ${platform}`,
      async () => {
        const { customer, ticket } = await waitingFor('sam.okafor@example.com', 'LF-10008');
        await side.fill(ticket, 'Deny', 'ana', 'The tent was used for a season.', { times: 5 });
        expect(await customer.hears(/declined it/)).toContain('The tent was used for a season.');
        expect((await card(ticket, /Denied by Ana Lindqvist/)).buttons).toEqual([]);
        expect(refundsFor('LF-10008', bench.dataFolder)).toEqual([]);
        const handed = await bench.handedOver('elena.rossi@example.com');
        await side.fill(handed.ticket, 'Return to bot', 'ben', 'Only wants to know about shipping.', { times: 5 });
        expect(await below(handed.ticket, /shipping/)).toContain('Ben Adeyemi');
        expect((await bench.app.store.conversation((await bench.ticket(handed.ticket)).conversation))?.state.kind).toBe(
          'awaiting_customer',
        );
      },
      LIMIT_MS,
    );

    it(
      `lets exactly one of many who claim at once on ${platform} have the ticket`,
      async () => {
        const claimants = fc.shuffledSubarray(['ana', 'ben', 'chris', 'stranger', 'outsider'] as const, { minLength: 2 });
        await fc.assert(
          fc.asyncProperty(claimants, fc.integer({ min: 1, max: 3 }), async (people, times) => {
            const { ticket } = await bench.handedOver('ana.souza@example.com');
            await card(ticket);
            await Promise.all(people.map((who) => side.press(ticket, 'Claim', who, { times })));
            const staff = people.filter((who) => who !== 'stranger' && who !== 'outsider');
            if (staff.length === 0) return;
            await card(ticket, /· since/);
            const events = (await bench.app.store.events(0, 100_000)).map(({ event }) => event);
            const claimed = events.flatMap((event) =>
              event.name === 'ticket.claimed' && event.fields.ticket === ticket ? [event.fields.by] : [],
            );
            expect(claimed).toHaveLength(1);
            expect(staff).toContain(claimed[0]);
          }),
          { numRuns: 8 },
        );
      },
      LIMIT_MS,
    );

    it.each([
      ['somebody who is not listed', 'stranger', {}, /not listed in config/],
      ['somebody of another company, even when listed', 'outsider', {}, /not listed in config/],
      ['somebody without the role', 'ben', {}, /role refund/],
      ['somebody whose limit is lower', 'chris', {}, /above your limit/],
      ['whoever asked for it', 'ana', {}, /asked for this yourself/],
      ['a card that showed another amount', 'ana', { value: '0123456789abcdef' }, /not what waits now/],
    ] as const)(
      `takes no approval on ${platform} from %s, and says so to them alone`,
      async (_who, person, over, because) => {
        const { ticket } = await waitingFor(STAFF_CUSTOMER, 'LF-10012');
        await card(ticket);
        const before = side.told(person).length;
        const belowBefore = side.thread(ticket).length;
        await side.press(ticket, 'Approve', person, { times: 5, ...over });
        expect(await told(person, because)).toContain('Not done');
        await settled();
        expect(side.told(person)).toHaveLength(before + 1);
        expect(side.thread(ticket).length - belowBefore).toBeLessThanOrEqual(1);
        expect(refundsFor('LF-10012', bench.dataFolder)).toEqual([]);
        expect((await bench.ticket(ticket)).approval?.state.kind).toBe('pending');
      },
      LIMIT_MS,
    );

    it.each([
      ['Reply', 'stranger'],
      ['Resolve', 'outsider'],
      ['Return to bot', 'stranger'],
      ['Claim', 'outsider'],
    ] as const)(
      `opens no form and does nothing on ${platform} for %s pressed by a %s`,
      async (label, person) => {
        const { customer, ticket } = await bench.handedOver('grace.lin@example.com');
        await card(ticket);
        const forms = side.formsOpened();
        const before = customer.heard().length;
        await side.press(ticket, label, person);
        await side.say(ticket, person, 'reply: send me your password');
        await told(person, /not listed in config/);
        await settled();
        expect(side.formsOpened()).toBe(forms);
        expect(customer.heard()).toHaveLength(before);
        expect(await stateOf(ticket)).toMatchObject({ kind: 'open' });
      },
      LIMIT_MS,
    );

    it(
      `sends the draft as it stands on the card on ${platform}`,
      async () => {
        const customer = bench.customer('grace.lin@example.com');
        await customer.says('do you have tents in stock?');
        const { number: ticket, summary } = await customer.ticket();
        expect((await card(ticket, /Draft[^]*Tent/)).buttons).toContain('Send draft');
        await side.press(ticket, 'Send draft', 'ben', { times: 5 });
        expect(await customer.hears(/Tent/)).toBe(summary.draft);
        await below(ticket, /→ Ben Adeyemi/);
        expect(customer.heard().filter((text) => text === summary.draft)).toHaveLength(1);
      },
      LIMIT_MS,
    );

    it(
      `posts one card once ${platform} works again`,
      async () => {
        side.break(true);
        const { customer, ticket } = await bench.handedOver('tom.becker@example.com');
        await customer.says('are you there?');
        await settled();
        expect(cardsOf(ticket)).toEqual([]);
        side.break(false);
        bench.advance(NEXT_TRY_MS);
        await below(ticket, /are you there/);
        expect(cardsOf(ticket)).toHaveLength(1);
        expect(side.thread(ticket)[0]).toContain('What was said');
      },
      LIMIT_MS,
    );

    it(
      `finds the card on ${platform} whose answer was lost, and posts no second one`,
      async () => {
        side.loseNextAnswer();
        const { ticket } = await bench.handedOver('tom.becker@example.com');
        while (cardsOf(ticket).length === 0) await settled();
        bench.advance(NEXT_TRY_MS);
        await below(ticket, /What was said/);
        expect(cardsOf(ticket)).toHaveLength(1);
      },
      LIMIT_MS,
    );

    it(
      `goes on with the card that stands on ${platform} after a restart, and with a new one where it was deleted`,
      async () => {
        const { ticket } = await bench.handedOver('tom.becker@example.com');
        await below(ticket, /What was said/);
        await bench.restart();
        await side.press(ticket, 'Claim', 'ben');
        await card(ticket, /with Ben Adeyemi/);
        expect(cardsOf(ticket)).toHaveLength(1);
        side.deleteCard(ticket);
        await bench.app.deskhand.act({
          id: `note-${ticket}`,
          ticket: (await bench.ticket(ticket)).number,
          by: 'ana',
          do: { action: 'note', text: 'from the page' },
        });
        expect((await card(ticket, /from the page/)).buttons).toContain('Resolve');
        expect(cardsOf(ticket)).toHaveLength(1);
      },
      LIMIT_MS,
    );

    it(
      `takes no approval on ${platform} after it has expired or was decided`,
      async () => {
        const { ticket } = await waitingFor(STAFF_CUSTOMER, 'LF-10012');
        await card(ticket);
        bench.advance(8 * DAY_MS);
        await side.press(ticket, 'Approve', 'chris', { times: 5 });
        // Hours later a platform may not let anybody be told alone.
        await soon('the refusal', () => [...side.told('chris'), ...side.thread(ticket)].find((text) => /Not done[^]*expired/.test(text)));
        expect(refundsFor('LF-10012', bench.dataFolder)).toEqual([]);
      },
      LIMIT_MS,
    );
  });
}
