import type { Config } from '../config.ts';
import { findPack } from '../tools/index.ts';

const DEMO = 'demo-shop';

/** How the demo shop calls its products; none when a company's own system is configured. */
export async function demoProductNames(config: Config): Promise<readonly string[]> {
  if (config.settings.tools.pack !== DEMO) return [];
  const open = await findPack(DEMO);
  const pack = await open({
    folder: ':memory:',
    anchor: new Date(),
    now: () => new Date(),
    policies: config.playbook.policies,
    connected: config.connected,
  });
  try {
    return (await pack.productNames?.()) ?? [];
  } finally {
    await pack.close();
  }
}
