import type { ToolOutcome } from '../../../src/domain/tool-outcome.ts';
import type { Tool, ToolPack } from '../../../src/tools/tool.ts';
import { openDemoShop } from '../../../src/tools/demo-shop/demo-shop.ts';
import { policies } from '../../tools/demo-shop/open-shop.ts';
import { OPENED_AT } from './open-support.ts';

/** How one tool answers instead: `run` does what it really does, `tried` counts from 1. */
export type Instead = (run: () => Promise<ToolOutcome<unknown>>, tried: number) => Promise<ToolOutcome<unknown>>;

/** The demo shop with one tool that misbehaves. */
export async function packWith(name: string, instead: Instead, change: (tool: Tool) => Tool = (tool) => tool): Promise<ToolPack> {
  const pack = await openDemoShop({ folder: ':memory:', anchor: OPENED_AT, now: () => OPENED_AT, policies });
  let tried = 0;
  const misbehaving = (tool: Tool): Tool => ({
    ...tool,
    prepare(input) {
      const prepared = tool.prepare(input);
      if (prepared.kind !== 'ready') return prepared;
      const { call } = prepared;
      return {
        kind: 'ready',
        call: {
          ...call,
          run: (context) => {
            tried += 1;
            return instead(() => call.run(context), tried);
          },
        },
      };
    },
  });
  return { ...pack, tools: pack.tools.map((tool) => change(String(tool.name) === name ? misbehaving(tool) : tool)) };
}
