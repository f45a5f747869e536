/** What a tool pack is written against: `import { defineTool } from 'deskhand/pack'`. See docs/packs.md. */
export { canonicalJson } from '../domain/canonical-json.ts';
export { customerId, type CustomerId } from '../domain/ids.ts';
export { AppError } from '../domain/error.ts';
export { formatMoney, usd, type Money } from '../domain/money.ts';
export type { ToolOutcome } from '../domain/tool-outcome.ts';
export { defineIdentityProof, ONE_TIME_CODE, type IdentityProof } from './identity-proof.ts';
export { definePolicy, defineRule, type Policy, type PolicyBreach, type PolicyCall, type Rule, type RuleSentences } from './policy.ts';
export { recordName, type RecordRef } from './record-ref.ts';
export { EMPTY_STORY, type PastCall, type Story } from './story.ts';
export {
  defineTool,
  type ApprovalRule,
  type ChangedRecord,
  type CustomerRecord,
  type PackSettings,
  type Tool,
  type ToolContext,
  type ToolDefinition,
  type ToolPack,
} from './tool.ts';
