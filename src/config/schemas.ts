import { z } from 'zod';
import type { KnowledgeSettings } from '../agent/knowledge/knowledge-settings.ts';
import { discordSettings } from '../channels/discord/discord-settings.ts';
import { emailSettings } from '../channels/email/email-settings.ts';
import { slackSettings } from '../channels/slack/slack-settings.ts';
import type { ModelSettings } from '../agent/llm/model-settings.ts';
import { deskSettings } from '../desk/desk-settings.ts';
import {
  agentSettings,
  escalationSettings,
  intentRow,
  policySettings,
  utterances,
  type PolicySettings,
  type ProductWords,
} from '../domain/playbook.ts';

/** `config/default.yaml`: one block per folder of src. */
export const settings = z.strictObject({
  agent: agentSettings,
  channels: z.strictObject({
    email: emailSettings.pick({
      aliases: true,
      sweepSeconds: true,
      oldestAnsweredHours: true,
      repliesPerSenderHour: true,
      authenticateSenders: true,
      plusAddressing: true,
      fileInSent: true,
      // `start --since` sets it; a file cannot, because it would take old mail at every first connection.
      since: true,
    }),
    slack: slackSettings.options[0].pick({ supportChannels: true, agentView: true, staff: true, workingReaction: true }),
    discord: discordSettings.pick({
      supportChannels: true,
      forumChannels: true,
      solvedTag: true,
      guildIds: true,
      staffUsers: true,
      staffRoles: true,
      supportCommand: true,
      oldestAnsweredHours: true,
    }),
  }),
  desk: deskSettings,
  flow: z.strictObject({
    conversationsAtOnce: z.int().min(1).max(64),
    leaseSeconds: z.number().min(1),
    sendTimeoutSeconds: z.number().min(1),
    sendMarginSeconds: z.number().min(0),
  }),
  tools: z.strictObject({ pack: z.string() }),
  insight: z.strictObject({ logLevel: z.enum(['debug', 'info', 'warn', 'error']) }),
});
export type Settings = z.infer<typeof settings>;

/** `config/intents.yaml`: the rows of the playbook, and per topic what customers write. */
export const intentsFile = z.strictObject({
  intents: z.record(z.string(), z.strictObject({ ...intentRow.shape, topics: z.record(z.string(), utterances) })),
  out_of_scope: utterances,
});
export type IntentsFile = z.infer<typeof intentsFile>;

/** `config/escalation.yaml`: the rules that exist; their order in the file is the order in which they are tried. */
export const ESCALATION_RULES = [
  'danger',
  'customer_asked',
  'legal_mention',
  'angry',
  'same_question',
  'critical_tool_failed',
  'billing_dispute',
  'low_confidence',
  'too_many_messages',
  'answer_not_grounded',
  'complaint',
] as const;
export const escalationFile = z.strictObject({
  ...escalationSettings.shape,
  rules: z.array(z.strictObject({ ...escalationSettings.shape.rules.element.shape, name: z.enum(ESCALATION_RULES) })).min(1),
});

/** `config/policies.yaml`. */
export const policiesFile = policySettings;

/** `config/replies.yaml`: a sentence, or several wordings of it. */
export const repliesFile = z.record(z.string(), z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]));

/** `config/staff.yaml`: keyed by the name that `desk --as` takes. */
export const staffFile = z.strictObject({
  staff: z.record(
    z.string().regex(/^[a-z][a-z0-9._-]*$/, 'a name of small letters'),
    z.strictObject({
      displayName: z.string().min(1),
      roles: z.array(z.string()),
      queues: z.array(z.string()),
      approvalLimitCents: z.int().nonnegative(),
      /** Workspace and user, as Slack shows them under "Copy member ID". */
      slack: z
        .string()
        .regex(/^[TE][A-Z0-9]+\/[UW][A-Z0-9]+$/, 'TEAM/USER such as T0123/U0456')
        .optional(),
      discord: z
        .string()
        .regex(/^\d{15,20}$/, 'a Discord id in quotes: 15 to 20 digits')
        .optional(),
      /** So that nobody approves what they asked for by mail. */
      email: z.email().optional(),
    }),
  ),
});
export type StaffFile = z.infer<typeof staffFile>;

/** All files, each right by itself. */
export interface ConfigFiles {
  readonly settings: Settings;
  readonly intents: IntentsFile;
  readonly escalation: z.infer<typeof escalationFile>;
  readonly policies: PolicySettings;
  readonly replies: z.infer<typeof repliesFile>;
  /** `config/languages/CODE/replies.yaml`, by code. */
  readonly translations: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  /** `config/languages/CODE/products.yaml`, by code. */
  readonly productWords: Readonly<Record<string, ProductWords>>;
  readonly staff: StaffFile;
  readonly knowledge: KnowledgeSettings;
  readonly models: ModelSettings;
}
