import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { customerId, type CustomerId } from '../../src/domain/ids.ts';
import type { ToolOutcome } from '../../src/domain/tool-outcome.ts';
import type { Tool, ToolPack } from '../../src/tools/tool.ts';

/** What a pack brings to its own examination. */
export interface ToolPackSubject {
  readonly pack: ToolPack;
  readonly now: () => Date;
  /** An account of the backend, by the address on it. */
  readonly knownEmail: string;
  /** Usable arguments for every tool, on records of that account. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** A write that succeeds for that account without an approval. */
  readonly write: string;
  /** Writes that only send the customer something, such as a reset link; asking for them is consent enough. */
  readonly harmless: readonly string[];
}

/** What the core relies on, whichever system stands behind a pack. */
export function toolPackContract(name: string, open: () => Promise<ToolPackSubject>): void {
  describe(`${name} as a tool pack`, () => {
    let subject: ToolPackSubject;
    beforeEach(async () => {
      subject = await open();
    });
    afterEach(() => subject.pack.close());

    const tool = (wanted: string): Tool => {
      const found = subject.pack.tools.find((each) => each.name === wanted);
      if (!found) throw new Error(`the pack has no tool ${wanted}`);
      return found;
    };
    const call = async (wanted: string, customer: CustomerId | undefined, key: string): Promise<ToolOutcome<unknown>> => {
      const prepared = tool(wanted).prepare(subject.inputs[wanted]);
      if (prepared.kind !== 'ready') throw new Error(prepared.issues);
      return prepared.call.run({ customerId: customer, idempotencyKey: key, signal: new AbortController().signal, now: subject.now });
    };
    const known = async (): Promise<CustomerId> => {
      const customer = await subject.pack.customerByEmail(subject.knownEmail);
      if (!customer) throw new Error('the known customer is not there');
      return customer.customerId;
    };

    it('gives every tool a name of its own that a model can call', () => {
      const names = subject.pack.tools.map((each) => each.name);
      expect(new Set(names).size).toBe(names.length);
      for (const each of names) expect(each).toMatch(/^[a-z][a-z0-9_]{2,63}$/);
    });

    it('describes every tool', () => {
      for (const each of subject.pack.tools) expect(each.description.length).toBeGreaterThan(20);
    });

    it('asks for a yes before every private write that changes something by itself', () => {
      const writes = subject.pack.tools.filter((each) => each.effect === 'write' && each.private && !subject.harmless.includes(each.name));
      expect(writes.map((each) => each.consent)).toEqual(writes.map(() => 'yes'));
    });

    it('names what is wrong with arguments that it cannot use', () => {
      for (const each of subject.pack.tools) {
        const prepared = each.prepare('not an object');
        expect(prepared.kind).toBe('invalid_input');
      }
    });

    it('shows nothing private to nobody', async () => {
      for (const each of subject.pack.tools.filter((every) => every.private)) {
        expect(await call(each.name, undefined, `nobody/${each.name}`)).toMatchObject({ kind: 'refused', rule: 'identity_required' });
      }
      expect(await subject.pack.changedRecords()).toEqual([]);
    });

    it('shows nothing private of one customer to another', async () => {
      const samples = await subject.pack.sampleCustomers();
      const owner = await known();
      const neighbour = samples.find(({ customer }) => customer.customerId !== owner && customer.status === 'active');
      const before = JSON.stringify(await call('lookup_order', owner, 'owner'));
      const after = JSON.stringify(await call('lookup_order', neighbour?.customer.customerId ?? customerId('nobody'), 'neighbour'));
      expect(after).not.toBe(before);
    });

    it('answers every read with an output of its declared form', async () => {
      const owner = await known();
      for (const each of subject.pack.tools.filter(({ effect }) => effect === 'read')) {
        expect(['ok', 'refused']).toContain((await call(each.name, owner, `read/${each.name}`)).kind);
      }
    });

    it('has one effect for one key, however often it is called', async () => {
      const owner = await known();
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => call(subject.write, owner, 'one key')));
      expect(outcomes[0]).toMatchObject({ kind: 'ok' });
      expect(outcomes).toEqual(outcomes.map(() => outcomes[0]));
      expect(await subject.pack.changedRecords()).toHaveLength(1);
    });

    it('reports no change before there is one', async () => {
      expect(await subject.pack.changedRecords()).toEqual([]);
    });

    it('finds a customer by mail address whatever its case and the space around it', async () => {
      const owner = await subject.pack.customerByEmail(subject.knownEmail);
      expect(await subject.pack.customerByEmail(`  ${subject.knownEmail.toUpperCase()} `)).toEqual(owner);
      expect(await subject.pack.customerById(await known())).toEqual(owner);
    });

    it('finds nobody for an unknown address or id', async () => {
      expect(await subject.pack.customerByEmail('nobody@nowhere.example')).toBeUndefined();
      expect(await subject.pack.customerById(customerId('nobody'))).toBeUndefined();
    });

    it('finds each of its sample customers again', async () => {
      for (const { customer } of await subject.pack.sampleCustomers()) {
        expect(await subject.pack.customerByEmail(customer.email)).toEqual(customer);
      }
    });
  });
}
