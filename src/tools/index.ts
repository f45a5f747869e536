import { AppError } from '../domain/error.ts';
import type { OpenPack } from './load-pack.ts';

export type { PackSettings } from './tool.ts';

/** One line a pack; loaded only when used. */
export const toolPacks: Readonly<Record<string, () => Promise<OpenPack>>> = {
  'demo-shop': async () => (await import('./demo-shop/demo-shop.ts')).openDemoShop,
};

/** A pack that comes with the product, by its name, or a company's own, by its folder. Rejects with `config_invalid`. */
export async function findPack(nameOrFolder: string): Promise<OpenPack> {
  const shipped = Object.hasOwn(toolPacks, nameOrFolder) ? toolPacks[nameOrFolder] : undefined;
  if (shipped) return shipped();
  if (/[/\\]/.test(nameOrFolder)) return (await import('./load-pack.ts')).loadPack(nameOrFolder);
  throw new AppError('config_invalid', `tools.pack is "${nameOrFolder}", expected ${Object.keys(toolPacks).join(', ')} or a folder`, {
    retryable: false,
    hint: 'Write the folder of your own pack with a slash, such as ./our-shop.',
  });
}
