import { AppError } from '../domain/error.ts';
import type { ConnectedPackSettings } from './connectors/connected-pack.ts';
import type { ToolPack } from './tool.ts';

export type { PackSettings } from './tool.ts';

/** Opens a pack; one that is made of connectors is given those, and any other takes no notice of them. */
export type OpenShipped = (settings: ConnectedPackSettings) => Promise<ToolPack>;

/** One line a pack; loaded only when used. */
export const toolPacks: Readonly<Record<string, () => Promise<OpenShipped>>> = {
  'demo-shop': async () => (await import('./demo-shop/demo-shop.ts')).openDemoShop,
  connected: async () => (await import('./connectors/connected-pack.ts')).openConnected,
};

/** A pack that comes with the product, by its name, or a company's own, by its folder. Rejects with `config_invalid`. */
export async function findPack(nameOrFolder: string): Promise<OpenShipped> {
  const shipped = Object.hasOwn(toolPacks, nameOrFolder) ? toolPacks[nameOrFolder] : undefined;
  if (shipped) return shipped();
  if (/[/\\]/.test(nameOrFolder)) return (await import('./load-pack.ts')).loadPack(nameOrFolder);
  throw new AppError('config_invalid', `tools.pack is "${nameOrFolder}", expected ${Object.keys(toolPacks).join(', ')} or a folder`, {
    retryable: false,
    hint: 'Write the folder of your own pack with a slash, such as ./our-shop.',
  });
}
