import type { PackSettings, ToolPack } from './tool.ts';

export type { PackSettings } from './tool.ts';

/** One line a pack; loaded only when used. */
export const toolPacks: Readonly<Record<string, () => Promise<(settings: PackSettings) => Promise<ToolPack>>>> = {
  'demo-shop': async () => (await import('./demo-shop/demo-shop.ts')).openDemoShop,
};
