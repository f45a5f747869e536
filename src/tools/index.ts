import type { ToolPack } from './tool.ts';

export interface PackSettings {
  /** Where the pack keeps its own files; ':memory:' for a throw-away backend. */
  readonly folder: string;
  /** The demo shop generates its orders around this moment. */
  readonly anchor: Date;
  readonly now: () => Date;
}

/** One line a pack; loaded only when used. */
export const toolPacks: Readonly<Record<string, () => Promise<(settings: PackSettings) => Promise<ToolPack>>>> = {
  'demo-shop': async () => (await import('./demo-shop/demo-shop.ts')).openDemoShop,
};
