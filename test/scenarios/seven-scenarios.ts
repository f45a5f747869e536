import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refundsFor, ticketsOf, transcriptOf, type CustomerLine, type SupportLine } from './support-line.ts';

const LIMIT_MS = 90_000;
const SAYS_A_CODE_COMES = /6-digit code is on its way/;

/** What every channel must be able to do, from the first word to the shop's ledger and the desk. */
export function describeSevenScenarios(
  channel: string,
  open: () => Promise<SupportLine>,
  run: (title: string, tests: () => void) => void = describe,
): void {
  run(`seven conversations ${channel}`, () => {
    let line: SupportLine;
    beforeAll(async () => {
      line = await open();
    }, LIMIT_MS);
    afterAll(() => line?.close(), LIMIT_MS);

    /** Asks, and answers with the code; resolves with what comes after it. */
    async function askAndProve(customer: CustomerLine, question: string): Promise<string> {
      expect(await customer.say(question)).toMatch(SAYS_A_CODE_COMES);
      return customer.say(await customer.code());
    }

    it(
      `tells where an order is after a code, ${channel}`,
      async () => {
        const noah = line.customer('noah.williams@example.com', 'Noah Williams');
        const asked = await noah.say('Where is my order LF-10019?');
        expect(asked).toMatch(SAYS_A_CODE_COMES);
        expect(asked).not.toMatch(/weather|carrier|cooler/i);
        expect(await noah.say(await noah.code())).toMatch(/LF-10019[^]*weather/i);
      },
      LIMIT_MS,
    );

    it(
      `pays a refund of $40 once, after a yes, ${channel}`,
      async () => {
        const mia = line.customer('mia.keller@example.com', 'Mia Keller');
        expect(await askAndProve(mia, 'I would like a refund for LF-10002 please')).toMatch(/\$40\.00[^]*LF-10002[^]*yes or no/);
        expect(refundsFor('LF-10002', line.dataFolder)).toEqual([]);
        expect(await mia.say('yes')).toMatch(/\$40\.00 for LF-10002 is on its way back/);
        expect(refundsFor('LF-10002', line.dataFolder)).toEqual([4000]);
        await mia.say("thanks, that's all");
        expect(refundsFor('LF-10002', line.dataFolder)).toEqual([4000]);
      },
      LIMIT_MS,
    );

    it(
      `holds a refund of $240 until a human approves, and mails the customer, ${channel}`,
      async () => {
        const jonas = line.customer('jonas.brandt@example.com', 'Jonas Brandt');
        expect(await askAndProve(jonas, 'Please refund my order LF-10003')).toMatch(/\$240\.00[^]*checked by a colleague[^]*yes or no/);
        const waiting = await jonas.say('yes');
        expect(waiting).toMatch(/approval under T-\d+[^]*email within 24 hours/);
        expect(refundsFor('LF-10003', line.dataFolder)).toEqual([]);
        await line.approve(/T-\d+/.exec(waiting)?.[0] ?? '', 'ana');
        expect(await jonas.hears(/approved/)).toMatch(/\$240\.00 for LF-10003 is on its way back/);
        expect(refundsFor('LF-10003', line.dataFolder)).toEqual([24_000]);
        expect(await jonas.mailed(/approved/)).toContain('$240.00');
      },
      LIMIT_MS,
    );

    it(
      `says the same of somebody else's order as of one that does not exist, ${channel}`,
      async () => {
        const elena = line.customer('elena.rossi@example.com', 'Elena Rossi');
        const ana = line.customer('ana.souza@example.com', 'Ana Souza');
        const foreign = await askAndProve(elena, 'Where is my order LF-10001?');
        const unknown = await askAndProve(ana, 'Where is my order LF-99999?');
        expect(foreign).toContain("can't find an order with the number LF-10001");
        expect(foreign.replaceAll('LF-10001', 'LF-…')).toBe(unknown.replaceAll('LF-99999', 'LF-…'));
      },
      LIMIT_MS,
    );

    it(
      `hands over at once to a person with a full record, ${channel}`,
      async () => {
        const sam = line.customer('sam.okafor@example.com', 'Sam Okafor');
        const answer = await sam.say('I want to talk to a person');
        const number = /T-\d+/.exec(answer)?.[0];
        const [ticket] = await ticketsOf(sam.knownAs ?? 'sam.okafor@example.com', line.dataFolder);
        expect(ticket).toMatchObject({
          number,
          kind: 'handoff',
          state: { kind: 'open' },
          priority: 'urgent',
          queue: 'general',
          summary: {
            reason: { kind: 'customer_asked' },
            wants: expect.stringContaining('I want to talk to a person'),
            proof: 'NOT VERIFIED',
            suggestedNextStep: expect.stringMatching(/\w/),
            promised: [expect.stringContaining('colleague')],
          },
        });
        expect(await transcriptOf(ticket?.conversation, line.dataFolder)).toMatch(/I want to talk to a person[^]*passed you to our team/);
      },
      LIMIT_MS,
    );

    it(
      `answers a question of policy with its source and asks for no code, ${channel}`,
      async () => {
        const answer = await line.customer('grace.lin@example.com', 'Grace Lin').say('How long do refunds take?');
        expect(answer).toMatch(/5–10 business days/);
        expect(answer).toContain('https://www.larkfield.example/help/refund-times');
        expect(answer).not.toMatch(/code/i);
      },
      LIMIT_MS,
    );

    it(
      `says that it does not know, and hands over, ${channel}`,
      async () => {
        const tom = line.customer('tom.becker@example.com', 'Tom Becker');
        expect(await tom.say('Can I bring my dog to your office on Fridays?')).toMatch(/I don't know[^]*T-\d+/);
        expect(await ticketsOf(tom.knownAs ?? 'tom.becker@example.com', line.dataFolder)).toMatchObject([{ kind: 'handoff' }]);
      },
      LIMIT_MS,
    );
  });
}
