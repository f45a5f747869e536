import type { ToolOutcome } from 'deskhand/pack';

/** Remembers what each key did, so that a repeated call has no second effect. */
export interface Effects {
  once<Output>(key: string, effect: () => ToolOutcome<Output>): ToolOutcome<Output>;
}

export function createEffects(): Effects {
  const done = new Map<string, unknown>();
  return {
    once<Output>(key: string, effect: () => ToolOutcome<Output>): ToolOutcome<Output> {
      const before = done.get(key);
      if (isOutcomeOf<Output>(before)) return before;
      const outcome = effect();
      done.set(key, outcome);
      return outcome;
    },
  };
}

/** A key belongs to one tool and its arguments, so what it left behind has that tool's form. */
const isOutcomeOf = <Output>(value: unknown): value is ToolOutcome<Output> => value !== undefined;

/** A "no" of the system itself. `rule` names the precondition. */
export const fails = (rule: string, because: string): Extract<ToolOutcome<never>, { kind: 'refused' }> => ({
  kind: 'refused',
  rule,
  because,
});
