import { z } from 'zod';
import { httpCall, httpSettings } from './http/http-settings.ts';
import { inputField } from './input-fields.ts';
import { mcpCall, mcpSettings } from './mcp/mcp-settings.ts';
import { openapiCall, openapiSettings } from './openapi/openapi-settings.ts';
import { postgresSettings, sqlCall, sqliteSettings } from './sql/sql-settings.ts';
import { stripeCall, stripeSettings } from './stripe/stripe-settings.ts';

/** What each kind of connector is told, and what it is asked with. */
export const CONNECTOR_KINDS = {
  http: { settings: httpSettings, call: httpCall },
  openapi: { settings: openapiSettings, call: openapiCall },
  postgres: { settings: postgresSettings, call: sqlCall },
  sqlite: { settings: sqliteSettings, call: sqlCall },
  stripe: { settings: stripeSettings, call: stripeCall },
  mcp: { settings: mcpSettings, call: mcpCall },
} as const;
export type ConnectorKind = keyof typeof CONNECTOR_KINDS;
export const isConnectorKind = (kind: string): kind is ConnectorKind => Object.hasOwn(CONNECTOR_KINDS, kind);
export type ConnectorSettings = z.infer<(typeof CONNECTOR_KINDS)[ConnectorKind]['settings']>;

const kinds = z.enum(['http', 'openapi', 'postgres', 'sqlite', 'stripe', 'mcp']);
const name = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'a name of small letters');
const toolName = z.string().regex(/^[a-z][a-z0-9_]{2,63}$/, 'a name of small letters and _, such as lookup_order');
/** Checked against the schema of its connector's kind. */
const call = z.record(z.string(), z.unknown());

/** A read of its own whose result other templates use under its name; nothing found ends the call as "not found". */
const lookup = z.strictObject({ connector: z.string(), call, owner: z.unknown().optional() });
export type Lookup = z.infer<typeof lookup>;

const asked = {
  connector: z.string().optional(),
  call: call.optional(),
  /** Where the answer names the customer whose record it is; another one's is "not found". */
  owner: z.unknown().optional(),
  /** How the answer becomes what the agent reads; the answer itself unless it is set. */
  result: z.unknown().optional(),
  /** For the desk and the log: what was found or done, without private data. */
  summary: z.string().optional(),
};

/** What the tool asks when this value is there; the first case that fits. */
const toolCase = z.strictObject({ when: z.string().optional(), ...asked });
export type ToolCase = z.infer<typeof toolCase>;

const approval = z.union([
  z.literal('automatic'),
  z.strictObject({ aboveCents: z.int().nonnegative(), role: z.string().optional(), because: z.string().min(1) }),
  z.strictObject({ always: z.literal(true), role: z.string().optional(), because: z.string().min(1) }),
]);

export const toolSettings = z.strictObject({
  description: z.string().min(20),
  effect: z.enum(['read', 'write']),
  private: z.boolean(),
  critical: z.boolean(),
  consent: z.enum(['yes', 'none']),
  approval,
  /** The money that moves, for limits and ledgers. */
  amount: z.strictObject({ minor: z.string(), currency: z.string() }).optional(),
  input: z.record(z.string().regex(/^[A-Za-z_]\w*$/, 'a name'), inputField).optional(),
  first: z.record(z.string().regex(/^[a-z]\w*$/, 'a name'), lookup).optional(),
  /** Which of the system's own codes for "no" are a rule of policies.yaml. */
  refusals: z.record(z.string(), z.string()).optional(),
  /** Table → key: the records that the arguments name. */
  records: z.record(z.string(), z.string()).optional(),
  /** Table → keys: further records that a result shows. */
  shows: z.record(z.string(), z.unknown()).optional(),
  /** A read after a write; "done" is said only when it gives these values. */
  confirm: z.strictObject({ ...lookup.shape, expect: z.array(z.strictObject({ value: z.string(), is: z.unknown() })).min(1) }).optional(),
  ...asked,
  cases: z.array(toolCase).min(1).optional(),
});
export type ToolSettings = z.infer<typeof toolSettings>;

const customerLookup = z.strictObject({ connector: z.string(), call, result: z.unknown().optional() });

/** `config/connectors.yaml`, before the parts that depend on a connector's kind are checked. */
export const connectorsFile = z.strictObject({
  connectors: z.record(name, z.looseObject({ kind: kinds })).default({}),
  customers: z.strictObject({ byEmail: customerLookup, byId: customerLookup }).optional(),
  /** Table → whose a record is. */
  records: z.record(z.string(), z.strictObject({ connector: z.string(), call, owner: z.string() })).default({}),
  tools: z.record(toolName, toolSettings).default({}),
});
export type ConnectorsFile = z.infer<typeof connectorsFile>;

/** The whole file, each part right, and the environment filled in. */
export interface ConnectedSettings extends Omit<ConnectorsFile, 'connectors' | 'customers'> {
  readonly connectors: Readonly<Record<string, ConnectorSettings>>;
  readonly customers: NonNullable<ConnectorsFile['customers']>;
}

/** The cases of a tool; without a list of them the tool itself is its only one. */
export function casesOf(tool: ToolSettings): readonly ToolCase[] {
  if (tool.cases) return tool.cases;
  const { connector, call: given, owner, result, summary } = tool;
  return [{ connector, call: given, owner, result, summary }];
}
