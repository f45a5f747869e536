import { describe, expect, it } from '@jest/globals';
import { checkDesk, isCleanDesk, type DeskDeed, type DeskSights, type DeskVerdict } from './check-desk.ts';

const deed = (ticket: string, action: DeskDeed['action'], words: string, order?: DeskDeed['order']): DeskDeed => ({
  action,
  window: 'accepted',
  ticket,
  conversation: `talk-${ticket}`,
  words,
  order,
  ackedBefore: true,
});
const DEEDS = [
  deed('T-1', 'claim', ''),
  deed('T-2', 'approve', 'approved', { orderId: 'LF-2', cents: 2_400 }),
  deed('T-3', 'say', 'On its way.'),
];
const card = (ticket: string, text: string) => ({ ticket, text, buttons: [] });
const post = (to: string, text: string, id = to) => ({ id, to, text, at: 0, late: false });
const mark = '→ Ben Adeyemi to the customer on email';

const GOOD: DeskSights & { readonly threads: Readonly<Record<string, readonly string[]>> } = {
  cards: [card('T-1', 'with Ben Adeyemi'), card('T-2', 'Approved by Ana Lindqvist'), card('T-3', 'with Ben Adeyemi')],
  posts: [post('talk-T-2', 'It was approved.'), post('talk-T-3', 'On its way.')],
  threads: { 'T-2': ['Ana Lindqvist: Done'], 'T-3': [mark] },
  thread: (ticket) => GOOD.threads[ticket] ?? [],
  paid: () => [2_400],
};
const thread = (threads: typeof GOOD.threads) => ({ thread: (ticket: string) => threads[ticket] ?? [] });

describe('the checker of the desk', () => {
  it('finds nothing where everything was done and told once', () => {
    const verdict = checkDesk(DEEDS, GOOD);
    expect(isCleanDesk(verdict)).toBe(true);
    expect(verdict).toMatchObject({ deeds: 3, ackedBefore: 3, refunds: 1, replies: 2 });
  });

  it.each<readonly [string, Partial<DeskSights>, keyof DeskVerdict]>([
    ['a click that was acknowledged and came to nothing', { cards: [card('T-1', 'with Chris'), ...GOOD.cards.slice(1)] }, 'lost'],
    ['an approval carried out twice', thread({ ...GOOD.threads, 'T-2': ['Ana Lindqvist: Done', 'Ana Lindqvist: Done'] }), 'doneTwice'],
    ['a refund paid twice', { paid: () => [2_400, 2_400] }, 'refundsWrong'],
    ['a refund never paid', { paid: () => [] }, 'refundsWrong'],
    ['a refund of another amount', { paid: () => [2_401] }, 'refundsWrong'],
    ['a reply never posted', { posts: GOOD.posts.slice(0, 1) }, 'repliesNever'],
    ['a reply posted twice', { posts: [...GOOD.posts, post('talk-T-3', 'On its way.', 'again')] }, 'repliesTwice'],
    ['a second card', { cards: [...GOOD.cards, card('T-3', 'unclaimed')] }, 'cardsWrong'],
    ['a delivery noted twice', thread({ ...GOOD.threads, 'T-3': [mark, mark] }), 'marksWrong'],
  ])('turns red at %s', (_what, change, where) => {
    const verdict = checkDesk(DEEDS, { ...GOOD, ...change });
    expect(verdict[where]).toHaveLength(1);
    expect(isCleanDesk(verdict)).toBe(false);
  });
});
