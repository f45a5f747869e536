import type { ToolPack } from './tool.ts';

/** The sentence of the company's policy that a refusal rests on; undefined when it rests on none, such as unreadable arguments. */
export function sentenceOf(
  { tools, gateSentences }: Pick<ToolPack, 'tools' | 'gateSentences'>,
  tool: string,
  rule: string,
): string | undefined {
  const ofTool = tools.find(({ name }) => name === tool)?.rules.find(({ name }) => name === rule);
  return ofTool?.policy ?? gateSentences?.[rule];
}
