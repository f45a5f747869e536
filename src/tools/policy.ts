import type { CustomerId } from '../domain/ids.ts';
import type { Story } from './story.ts';

/** A rule as people read it: in the documentation, at the desk, in a reply. */
export interface RuleSentences {
  readonly name: string;
  /** The sentence of the company's policy that it comes from, and where it stands there. */
  readonly policy: string;
  /** Goes on from "I can't do that, because …". */
  readonly customer: string;
  readonly human: string;
}

/** One sentence of the policy as a predicate over facts that were gathered before. Pure. */
export interface Rule<Facts> extends RuleSentences {
  /** What breaks the rule, as evidence for a human; undefined when nothing does. */
  breach(facts: Facts): string | undefined;
}

export const defineRule = <Facts>(rule: Rule<Facts>): Rule<Facts> => rule;

/** A call whose arguments are valid, whose customer is proved and whose records are theirs: the policy decides what is left. */
export interface PolicyCall<Input> {
  readonly input: Input;
  readonly customer: CustomerId | undefined;
  readonly story: Story;
  readonly at: Date;
}

export interface PolicyBreach {
  readonly rule: RuleSentences;
  readonly evidence: string;
}

/** The rules of one tool, closed over the facts that they look at. */
export interface Policy<Input> {
  readonly rules: readonly RuleSentences[];
  /** The first rule that is broken. Rejects when the facts cannot be read. */
  judge(call: PolicyCall<Input>): Promise<PolicyBreach | undefined>;
}

/** `facts` reads what the rules need, at the edge; the rules are asked in their order, so the first one that objects is told. */
export function definePolicy<Input, Facts>(policy: {
  facts(call: PolicyCall<Input>): Facts | Promise<Facts>;
  readonly rules: readonly Rule<NoInfer<Facts>>[];
}): Policy<Input> {
  return {
    rules: policy.rules.map(({ name, policy: sentence, customer, human }) => ({ name, policy: sentence, customer, human })),
    async judge(call) {
      const facts = await policy.facts(call);
      for (const rule of policy.rules) {
        const evidence = rule.breach(facts);
        if (evidence !== undefined) return { rule, evidence };
      }
      return undefined;
    },
  };
}
