import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { customerId, type CustomerId } from '../../src/domain/ids.ts';
import type { ToolOutcome } from '../../src/domain/tool-outcome.ts';
import type { RecordRef } from '../../src/tools/record-ref.ts';
import type { Called } from '../../src/agent/actions/called.ts';
import { callThroughGate } from '../support/packs/call-through-gate.ts';
import type { Tool, ToolPack } from '../../src/tools/tool.ts';

/** What a pack brings to its own examination. */
export interface ToolPackSubject {
  readonly pack: ToolPack;
  readonly now: () => Date;
  /** An account of the backend, by the address on it. */
  readonly knownEmail: string;
  /** Another account of the backend. */
  readonly neighbourEmail: string;
  /** Usable arguments for every tool, on records of the first account. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** A write that succeeds for that account without an approval. */
  readonly write: string;
  /** Its tools ask for the proved customer themselves, besides the gate. */
  readonly asksItself: boolean;
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
    const idOf = async (email: string): Promise<CustomerId> => {
      const customer = await subject.pack.customerByEmail(email);
      if (!customer) throw new Error(`nobody has ${email}`);
      return customer.customerId;
    };
    const known = (): Promise<CustomerId> => idOf(subject.knownEmail);
    const recordsOf = (wanted: string): readonly RecordRef[] => {
      const prepared = tool(wanted).prepare(subject.inputs[wanted]);
      return prepared.kind === 'ready' ? prepared.call.records : [];
    };
    /** Through the gate, with a yes to exactly this call. */
    const gated = (wanted: string, customer: CustomerId | undefined): Promise<Called> =>
      callThroughGate(subject.pack, wanted, subject.inputs[wanted], customer, subject.now());

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

    it('is asked by nobody for anything private', async () => {
      for (const each of subject.pack.tools.filter((every) => every.private)) {
        expect(await gated(each.name, undefined)).toMatchObject({ kind: 'held', verdict: { kind: 'needs_proof' } });
      }
      expect(await subject.pack.changedRecords()).toEqual([]);
    });

    it('shows nothing private to nobody, where its tools ask for the customer themselves', async () => {
      for (const each of subject.pack.tools.filter((every) => every.private && subject.asksItself)) {
        expect(await call(each.name, undefined, `nobody/${each.name}`)).toMatchObject({ kind: 'refused', rule: 'identity_required' });
      }
      expect(await subject.pack.changedRecords()).toEqual([]);
    });

    it('finds no record of one customer for another, in the words for one that does not exist', async () => {
      const neighbour = await idOf(subject.neighbourEmail);
      const naming = subject.pack.tools.filter((each) => recordsOf(each.name).length > 0);
      expect(naming.length).toBeGreaterThan(0);
      for (const each of naming) expect(await gated(each.name, neighbour)).toMatchObject({ kind: 'refused', rule: 'not_found' });
      expect(await subject.pack.changedRecords()).toEqual([]);
    });

    it('shows one customer something else than another, where no record is named', async () => {
      const [owner, neighbour] = [await known(), await idOf(subject.neighbourEmail)];
      const reads = subject.pack.tools.filter((each) => each.private && each.effect === 'read' && recordsOf(each.name).length === 0);
      for (const each of reads) {
        const [theirs, ours] = [await call(each.name, neighbour, 'neighbour'), await call(each.name, owner, 'owner')];
        expect(JSON.stringify(theirs)).not.toBe(JSON.stringify(ours));
      }
    });

    it('knows whose each record is that its tools name, and of none that does not exist', async () => {
      const owner = await known();
      for (const record of subject.pack.tools.flatMap((each) => recordsOf(each.name))) {
        expect(await subject.pack.ownerOf(record)).toBe(owner);
        expect(await subject.pack.ownerOf({ ...record, key: 'nothing of that name' })).toBeUndefined();
      }
    });

    it('gives every rule of its policies a sentence, and says what proves identity', () => {
      const rules = subject.pack.tools.flatMap((each) => each.rules);
      expect(rules.filter(({ policy, customer, human }) => policy === '' || customer === '' || human === '')).toEqual([]);
      expect(subject.pack.identityProof.about).not.toBe('');
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
