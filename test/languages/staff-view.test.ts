import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cardOf, readableCard } from '../../src/desk/card.ts';
import type { Ticket } from '../../src/domain/ticket.ts';
import { openSupport, type Step, type Support } from '../support/agent/open-support.ts';

let support: Support;
let approval: Step;
let handoff: Step;
beforeAll(async () => {
  support = await openSupport();
  const jonas = support.customer('jonas.brandt@example.com');
  await jonas.proves('Quiero que me devuelvan el dinero de la tienda de campaña, pedido LF-10003. Nos queda pequeña.');
  approval = await jonas.says('sí, adelante');
  const mia = support.customer('mia.keller@example.com');
  await mia.says('¿cuánto cuesta la hamaca?');
  handoff = await mia.says('quiero hablar con una persona, la taza llegó rota');
}, 30_000);
afterAll(() => support.close());

const SPANISH = /\b(?:el|la|los|de|del|para|por|que|con|tu|una?|pedido|terminada|equipo|referencia)\b/i;

function sectionsOf(ticket: Ticket | undefined): ReadonlyMap<string, string> {
  if (!ticket) throw new TypeError('no ticket was opened');
  const { title, sections } = readableCard(cardOf(ticket, support.now()), support.now());
  return new Map([['title', title], ...sections.map(({ heading, lines }) => [heading, lines.join('\n')] as const)]);
}

describe('what staff read of a customer who writes Spanish', () => {
  it('is an English subject and decision of an approval, with the amount that the customer read in Spanish', () => {
    expect(approval.ticket?.subject).toMatch(/^Refund \$240\.00 for LF-10003/);
    expect(sectionsOf(approval.ticket).get('Waiting for your decision')).toMatch(/^Refund \$240\.00/);
    expect(approval.text).toMatch(/Reembolsar \$240\.00 de LF-10003/);
  });

  it('is English on every card but for the words that are quoted', () => {
    for (const { ticket } of [approval, handoff]) {
      for (const [heading, text] of sectionsOf(ticket)) {
        const own = text.replace(/“[^”]*”/gu, '');
        const isQuoted = heading === 'title' && ticket?.kind === 'handoff';
        if (!isQuoted) expect([heading, SPANISH.exec(own)?.[0]]).toEqual([heading, undefined]);
      }
    }
  });

  it('is the customer’s own words as they were written, and the language that they write', () => {
    const sections = sectionsOf(handoff.ticket);
    expect(sections.get('The customer wants')).toContain('la taza llegó rota');
    expect(sections.get('Customer')).toContain('writes Spanish');
    expect(sections.get('Tried')).toMatch(/^in Spanish: “/);
  });

  it('is the language of each turn, and why', () => {
    expect(handoff.turn.language).toEqual({ code: 'es', because: 'words' });
  });
});
