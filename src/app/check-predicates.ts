import type { Config } from '../config.ts';
import { AppError } from '../domain/error.ts';
import type { Predicate } from '../domain/playbook.ts';
import type { Tool, ToolPack } from '../tools/tool.ts';
import { z } from 'zod';

/** A row about a tool or an argument that does not exist would guard nothing. Throws `config_invalid`. */
export function checkPredicates({ playbook }: Config, { name, tools }: ToolPack): void {
  for (const row of playbook.policies.predicates) {
    for (const wanted of row.tools) {
      const tool = tools.find((one) => one.name === wanted);
      if (!tool) throw invalid(row, `is about "${wanted}"`, `Name a tool of the pack ${name}: ${tools.map((one) => one.name).join(', ')}.`);
      const takes = argumentsOf(tool);
      const unknown = argumentsIn(row).find((argument) => !takes.includes(argument));
      if (unknown === undefined) continue;
      throw invalid(row, `looks at input.${unknown}, which ${wanted} does not take`, `It takes ${takes.join(', ')}.`);
    }
  }
}

function invalid(row: Predicate, what: string, hint: string): AppError {
  return new AppError('config_invalid', `config/policies.yaml: predicates: ${row.name} ${what}`, { retryable: false, hint });
}

const argumentsIn = ({ when, unless = {} }: Predicate): readonly string[] =>
  [...Object.keys(when), ...Object.keys(unless)].flatMap((path) => /^input\.(\w+)/.exec(path)?.[1] ?? []);

const jsonSchema = z.object({ properties: z.record(z.string(), z.unknown()).default({}) });
const argumentsOf = ({ input }: Tool): readonly string[] =>
  Object.keys(jsonSchema.parse(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })).properties);
