import type { Config } from '../config.ts';
import { AppError } from '../domain/error.ts';
import type { ToolPack } from '../tools/tool.ts';

/** A row about a tool that does not exist would guard nothing. Throws `config_invalid`. */
export function checkPredicates({ playbook }: Config, { name, tools }: ToolPack): void {
  for (const row of playbook.policies.predicates) {
    const unknown = row.tools.find((wanted) => !tools.some((tool) => tool.name === wanted));
    if (unknown === undefined) continue;
    throw new AppError('config_invalid', `config/policies.yaml: predicates: ${row.name} is about "${unknown}"`, {
      retryable: false,
      hint: `Name a tool of the pack ${name}: ${tools.map((tool) => tool.name).join(', ')}.`,
    });
  }
}
