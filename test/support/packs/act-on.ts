import { openActSession, type ActOptions, type ActResult } from '../../../src/cli/act/act-session.ts';
import type { ToolPack } from '../../../src/tools/tool.ts';
import { policies } from '../../tools/demo-shop/open-shop.ts';

/** A customer line, or a call as tool and arguments. */
export type Step = string | readonly [tool: string, input: unknown];

/** Plays one conversation on a pack; gives the result of each call. */
export async function actOn(pack: ToolPack, steps: readonly Step[], options: Partial<ActOptions> = {}): Promise<readonly ActResult[]> {
  const session = openActSession({
    pack,
    gates: 'all',
    isolate: true,
    confirm: 'given',
    policies,
    now: () => new Date('2026-03-10T15:00:00Z'),
    ...options,
  });
  const results: ActResult[] = [];
  for (const step of steps) {
    if (typeof step === 'string') await session.hear('a', step);
    else results.push(await session.call({ conversation: 'a', tool: step[0], arguments: step[1] }));
  }
  await session.close();
  return results;
}

/** How the last call ended: `ok`, `refused:rule` or `failed:because`. */
export async function ending(pack: ToolPack, steps: readonly Step[], options: Partial<ActOptions> = {}): Promise<string> {
  const last = (await actOn(pack, steps, options)).at(-1);
  if (!last) throw new Error('no call was made');
  return last.status === 'ok' ? 'ok' : `${last.status}:${last.status === 'refused' ? last.rule : last.error}`;
}
