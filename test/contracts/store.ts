import { afterEach, beforeEach, describe } from '@jest/globals';
import { callRules } from './store-calls.ts';
import { inboxRules } from './store-inbox.ts';
import { leaseRules } from './store-leases.ts';
import { outboxRules } from './store-outbox.ts';
import { propertyRules } from './store-property.ts';
import { recordRules } from './store-records.ts';
import type { StoreUnderTest } from './store-builders.ts';

/** What every engine behind `Store` must do. `open` gives a fresh, empty store each time. */
export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`store contract: ${name}`, () => {
    let current: StoreUnderTest | undefined;
    const subject = (): StoreUnderTest => {
      if (!current) throw new Error('no store is open');
      return current;
    };
    beforeEach(async () => {
      current = await open();
    });
    afterEach(async () => {
      await current?.end();
    });
    describe('inbox', () => inboxRules(subject));
    describe('leases and commits', () => leaseRules(subject));
    describe('claimed calls', () => callRules(subject));
    describe('outbox', () => outboxRules(subject));
    describe('timers, tickets and records', () => recordRules(subject));
    describe('any schedule', () => propertyRules(open));
  });
}
