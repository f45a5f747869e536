import { z } from 'zod';
import type { PolicySettings } from '../domain/playbook.ts';
import type { RuleSentences } from './policy.ts';
import type { Tool, ToolPack } from './tool.ts';

/** A pack as docs/tools.md shows it. */
export interface DocumentedPack {
  readonly title: string;
  readonly about: string;
  readonly pack: Pick<ToolPack, 'tools' | 'identityProof' | 'gateSentences'>;
  /** Refusals that the tools decide themselves, in the transaction of the change. */
  readonly ownRules?: PolicySettings['rules'];
}

const HEAD = `# Tools

Written by \`npm run docs\` from the definitions of the tools; do not edit it by hand. How to write one stands in
[adding-a-tool.md](adding-a-tool.md), how to write a pack in [packs.md](packs.md).

Every call passes the gate before its tool runs. "private" tools run for a proved customer only, and only on records of that
customer. A write needs the customer's explicit yes to exactly that call unless it says otherwise, has to have read the record
before, and then meets the rules of its policy in the order in which they stand here.
`;

/** The whole of docs/tools.md. */
export const toolsDocument = (packs: readonly DocumentedPack[]): string => [HEAD, ...packs.map(packSection)].join('\n');

function packSection({ title, about, pack, ownRules }: DocumentedPack): string {
  const { tools, identityProof, gateSentences } = pack;
  return [
    `## ${title}\n`,
    `${about}\n`,
    `**What proves identity.** ${identityProof.about}\n`,
    ...(gateSentences
      ? [
          `${table(
            ['rule of the gate', 'sentence of the policy'],
            Object.entries(gateSentences).map(([rule, sentence]) => [code(rule), sentence]),
          )}\n`,
        ]
      : []),
    ...tools.map(toolSection),
    ...(ownRules ? [ownRulesSection(ownRules)] : []),
  ].join('\n');
}

function toolSection(tool: Tool): string {
  return [
    `### ${tool.name}\n`,
    `${tool.description}\n`,
    `${traitsOf(tool).join(' · ')}\n`,
    ...inputRows(tool),
    ...(tool.rules.length > 0 ? [`${ruleTable(tool.rules)}\n`] : []),
  ].join('\n');
}

const traitsOf = ({ effect, private: isPrivate, critical, consent }: Tool): readonly string[] => [
  effect,
  isPrivate ? 'private' : 'public',
  ...(effect === 'write' && consent === 'yes' ? ['needs an explicit yes'] : []),
  ...(effect === 'write' && consent === 'none' ? ['needs no yes'] : []),
  ...(critical ? ['a failure goes to a human'] : []),
];

const ruleTable = (rules: readonly RuleSentences[]): string =>
  table(
    ['rule', 'sentence of the policy', 'told to the customer'],
    rules.map(({ name, policy, customer }) => [code(name), policy, customer]),
  );

const ownRulesSection = (rules: PolicySettings['rules']): string =>
  [
    '### What these tools answer by themselves\n',
    'Decided in the transaction of the change; the sentences stand in `config/policies.yaml`.\n',
    `${table(
      ['rule', 'told to the customer', 'told to staff'],
      Object.entries(rules).map(([name, { customer, human }]) => [code(name), customer, human]),
    )}\n`,
  ].join('\n');

/** The form of a JSON Schema, as far as a table shows it. */
const jsonSchema = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
});

function inputRows(tool: Tool): string[] {
  const { properties = {}, required = [] } = jsonSchema.parse(z.toJSONSchema(tool.input, { io: 'input', unrepresentable: 'any' }));
  const rows = Object.entries(properties).map(([name, form]) => [code(name), formOf(form), required.includes(name) ? '' : 'optional']);
  return rows.length === 0 ? ['Takes nothing.\n'] : [`${table(['argument', 'form', ''], rows)}\n`];
}

/** `text`, `list of {flight_number, date}`, `"yes" or "no"`. */
function formOf(form: unknown): string {
  const { type, enum: choices, items, properties } = jsonSchema.parse(form);
  if (choices) return choices.map((choice) => JSON.stringify(choice)).join(' or ');
  if (type === 'array') return `list of ${formOf(items ?? {})}`;
  if (type === 'object') return `{${Object.keys(properties ?? {}).join(', ')}}`;
  return FORMS[type ?? ''] ?? 'any value';
}

const FORMS: Readonly<Record<string, string>> = { string: 'text', integer: 'whole number', number: 'number', boolean: 'true or false' };

const code = (text: string): string => `\`${text}\``;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
