import { describe, expect, it } from '@jest/globals';
import { judgePace } from '../../../src/channels/email/judge-pace.ts';
import type { Pace } from '../../../src/channels/email/judge-pace.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Which of these mails, a distance apart, are held. */
function run(texts: readonly string[], apartMs: number, perHour = 10): readonly boolean[] {
  let seen: Pace = [];
  return texts.map((text, at) => {
    const judged = judgePace(seen, { id: `m${at}`, text, at: at * apartMs }, perHour);
    seen = judged.seen;
    return judged.held;
  });
}

describe('mail of one sender', () => {
  it.each([
    [9, false],
    [10, false],
    [11, true],
  ])('within an hour: the mail number %i is held: %s', (count, held) => {
    const texts = Array.from({ length: count }, (_, at) => `A different question with the word ${'abcdefghijklm'[at]} in it`);
    expect(run(texts, MINUTE).at(-1)).toBe(held);
  });

  it('is answered again when the hour is over', () => {
    const texts = Array.from({ length: 30 }, (_, at) => `A different question with the letters ${'ab'.repeat(at)}`);
    expect(run(texts, 10 * MINUTE)).not.toContain(true);
  });

  it.each([
    ['the same text again and again', ['Thank you for your message, we will answer soon.']],
    ['two texts in turn', ['Thank you for your message, we will answer soon.', 'Your request has been received by our team.']],
    [
      'texts that differ in numbers',
      [
        'Ticket 1 was opened for your request today.',
        'Ticket 2 was opened for your request today.',
        'Ticket 3 was opened for your request today.',
      ],
    ],
  ])('that is a slow loop of %s is held before the sixth round', (_, texts) => {
    const loop = Array.from({ length: 8 }, (__, at) => texts[at % texts.length] ?? '');
    const held = run(loop, 2 * HOUR);
    expect(held.indexOf(true)).toBeGreaterThan(0);
    expect(held.indexOf(true)).toBeLessThan(5);
    expect(held.slice(held.indexOf(true))).not.toContain(false);
  });

  it('may repeat short answers', () => {
    expect(run(['yes', 'yes', '123456', '654321', 'yes', 'no', 'yes'], MINUTE)).not.toContain(true);
  });

  it('is judged once, however often it is delivered', () => {
    const mail = { id: 'm1', text: 'Where is my order? It was due on Monday.', at: 0 };
    let seen: Pace = [];
    for (let round = 0; round < 12; round += 1) {
      const judged = judgePace(seen, mail, 10);
      expect(judged.held).toBe(false);
      seen = judged.seen;
    }
    expect(seen).toHaveLength(1);
  });
});
