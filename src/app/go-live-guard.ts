import type { Config } from '../config.ts';
import type { ToolPack } from '../tools/tool.ts';

/** Why nobody is answered; undefined when all is well. Real customers must not hear made-up orders or somebody else's policies. */
export function guardAgainst(config: Config, pack: ToolPack, isReal: boolean): string | undefined {
  if (!isReal) return undefined;
  const demo = [...(pack.demo ? ['the demo shop'] : []), ...(config.ownKnowledge ? [] : ['the demo articles'])];
  return demo.length === 0
    ? undefined
    : `Real channels run on ${demo.join(' and ')}: nobody is answered, drafts go to the desk. Run "deskhand init" and set up your own.`;
}
