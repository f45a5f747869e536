import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { policySettings } from '../../../src/domain/playbook.ts';
import { customerId } from '../../../src/domain/ids.ts';
import type { ToolOutcome } from '../../../src/domain/tool-outcome.ts';
import { openDemoShop } from '../../../src/tools/demo-shop/demo-shop.ts';
import type { ToolPack } from '../../../src/tools/tool.ts';

/** The moment that the shops of the tests are generated around. */
export const ANCHOR = new Date('2026-03-10T15:00:00.000Z');
export const DAY_MS = 86_400_000;

/** The shipped policies, so that the tests hold them and the code together. */
export const policies = policySettings.parse(parse(readFileSync(new URL('../../../config/policies.yaml', import.meta.url), 'utf8')));

export interface OpenShop {
  readonly pack: ToolPack;
  /** Calls a tool as a customer; without a key the call gets one of its own. */
  call(tool: string, input: unknown, as?: string, key?: string): Promise<ToolOutcome<unknown>>;
}

/** A shop in memory, or in `folder`, whose clock stands `daysLater` days after the anchor. */
export async function openShop({ folder = ':memory:', daysLater = 0 } = {}): Promise<OpenShop> {
  const now = () => new Date(ANCHOR.getTime() + daysLater * DAY_MS);
  const pack = await openDemoShop({ folder, anchor: ANCHOR, now, policies });
  let calls = 0;
  return {
    pack,
    async call(tool, input, as, key) {
      calls += 1;
      const prepared = pack.tools.find(({ name }) => name === tool)?.prepare(input);
      if (prepared?.kind !== 'ready') throw new Error(prepared?.issues ?? `no tool ${tool}`);
      return prepared.call.run({
        customerId: as === undefined ? undefined : customerId(as),
        idempotencyKey: key ?? `call/${calls}`,
        signal: new AbortController().signal,
        now,
      });
    },
  };
}
