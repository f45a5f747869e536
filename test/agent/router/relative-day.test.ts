import { describe, expect, it } from '@jest/globals';
import { findEntities } from '../../../src/agent/router/entities.ts';
import { dayIn, dayOf } from '../../../src/agent/router/relative-day.ts';
import { ORDER_IDS } from './shop-router.ts';

/** A Wednesday. */
const WEDNESDAY = { year: 2026, month: 3, day: 18 };
const meant = (text: string, today = WEDNESDAY) =>
  findEntities(text, ORDER_IDS)
    .filter(({ type }) => type === 'date')
    .map(({ value }) => dayOf(value, today) ?? value);

describe('a day that is told from today', () => {
  it.each([
    ['I bought it today', '2026-03-18'],
    ['it came this morning', '2026-03-18'],
    ['since yesterday', '2026-03-17'],
    ['it broke last night', '2026-03-17'],
    ['the day before yesterday', '2026-03-16'],
    ['I leave tomorrow', '2026-03-19'],
    ['the day after tomorrow', '2026-03-20'],
    ['3 days ago', '2026-03-15'],
    ['two weeks ago', '2026-03-04'],
    ['a couple of weeks ago', '2026-03-04'],
    ['a fortnight ago', '2026-03-04'],
    ['a month ago', '2026-02-18'],
    ['a year ago', '2025-03-18'],
    ['in five days', '2026-03-23'],
    ['ten days from now', '2026-03-28'],
    ['last Tuesday', '2026-03-17'],
    ['on Monday', '2026-03-16'],
    ['last Wednesday', '2026-03-11'],
    ['on Friday', '2026-03-13'],
    ['I need it by Friday', '2026-03-20'],
    ['next Wednesday', '2026-03-25'],
    ['this Saturday', '2026-03-21'],
    ['last weekend', '2026-03-14'],
    ['this weekend', '2026-03-21'],
    ['last week', '2026-W11'],
    ['this week', '2026-W12'],
    ['last month', '2026-02'],
    ['last year', '2025'],
    ['ordered on the 3rd', '2026-03-03'],
    ['ordered on the 20th', '2026-02-20'],
    ['the 30th of last month', 'the 30th of last month'],
    ['the 5th of next month', '2026-04-05'],
    ['March 3rd', '2026-03-03'],
    ['on 14 December', '2025-12-14'],
    ['May 4', '2026-05-04'],
    ['3/14', '2026-03-14'],
    ['on March 3rd, 2025', '2025-03-03'],
    ['a few days ago', 'a few days ago'],
  ])('is found: %s', (text, day) => {
    expect(meant(text)).toEqual([day]);
  });

  it.each([
    'this is the 3rd time',
    'it is my 2nd order',
    'on the 3rd floor',
    'a tent for 3 days',
    'it arrived in 2 boxes',
    'they may come',
    'sunscreen and a month',
  ])('is not found in: %s', (text) => {
    expect(meant(text)).toEqual([]);
  });

  it.each([
    ['a month ago', { year: 2026, month: 3, day: 31 }, '2026-02-28'],
    ['a year ago', { year: 2028, month: 2, day: 29 }, '2027-02-28'],
    ['yesterday', { year: 2026, month: 1, day: 1 }, '2025-12-31'],
    ['last week', { year: 2026, month: 1, day: 5 }, '2026-W01'],
    ['this weekend', { year: 2026, month: 3, day: 22 }, '2026-03-21'],
    ['the 31st of this month', { year: 2026, month: 4, day: 2 }, 'the 31st of this month'],
  ])('knows the edges of the calendar: %s', (text, today, day) => {
    expect(meant(text, today)).toEqual([day]);
  });
});

it.each([
  ['America/New_York', { year: 2026, month: 3, day: 17 }],
  ['UTC', { year: 2026, month: 3, day: 18 }],
  ['Asia/Tokyo', { year: 2026, month: 3, day: 18 }],
])('the day is that of the shop: %s', (timezone, day) => {
  expect(dayIn(new Date('2026-03-18T02:30:00Z'), timezone)).toEqual(day);
});
