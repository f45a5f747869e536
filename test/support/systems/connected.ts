import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readConnectors } from '../../../src/config/read-connectors.ts';
import { policiesFile } from '../../../src/config/schemas.ts';
import { formatProblem } from '../../../src/config/problem.ts';
import { parseYamlFile } from '../../../src/config/yaml-file.ts';
import { customerId } from '../../../src/domain/ids.ts';
import type { ToolOutcome } from '../../../src/domain/tool-outcome.ts';
import { openConnected } from '../../../src/tools/connectors/connected-pack.ts';
import type { ConnectedSettings } from '../../../src/tools/connectors/settings.ts';
import type { ToolPack } from '../../../src/tools/tool.ts';

/** Where the descriptions of the systems under test stand. */
export const CONNECTOR_FIXTURES = fileURLToPath(new URL('../../fixtures/connectors', import.meta.url));

export const POLICIES = policiesFile.parse(
  parse(readFileSync(fileURLToPath(new URL('../../../config/policies.yaml', import.meta.url)), 'utf8')),
);
const RULES = new Set(Object.keys(POLICIES.rules));

type Env = Readonly<Record<string, string>>;

/** `connectors.yaml` as an operator wrote it: every problem as the line that they read. */
export function connectorProblems(yaml: string, env: Env = {}, folder = CONNECTOR_FIXTURES): readonly string[] {
  return read(yaml, env, folder).problems.map(formatProblem);
}

const read = (yaml: string, env: Env, folder: string) =>
  readConnectors(parseYamlFile(yaml, 'connectors.yaml'), { text: (name) => env[name] }, { folder, rules: RULES });

/** The settings of a file that is right; throws its problems. */
export function connectorSettings(yaml: string, env: Env = {}, folder = CONNECTOR_FIXTURES): ConnectedSettings {
  const { connected, problems } = read(yaml, env, folder);
  if (!connected) throw new Error(problems.map(formatProblem).join('\n'));
  return connected;
}

export interface ConnectedWorld {
  readonly pack: ToolPack;
  /** Calls a tool as the action engine does; `invalid_input` is an error of the test. */
  call(tool: string, input: unknown, as?: CallAs): Promise<ToolOutcome<unknown>>;
  close(): Promise<void>;
}

export interface CallAs {
  /** The proved customer, c-1 unless it is given; null for nobody. */
  readonly customer?: string | null;
  readonly key?: string;
  readonly repeated?: boolean;
}

/** The pack that the product would open on this file. */
export async function connect(yaml: string, env: Env = {}, folder = CONNECTOR_FIXTURES): Promise<ConnectedWorld> {
  const now = (): Date => new Date('2026-03-01T12:00:00Z');
  const connected = connectorSettings(yaml, env, folder);
  const pack = await openConnected({ folder: ':memory:', anchor: now(), now, policies: POLICIES, connected });
  return {
    pack,
    async call(name, input, { customer = 'c-1', key = 'key-1', repeated = false } = {}) {
      const prepared = pack.tools.find((tool) => tool.name === name)?.prepare(input);
      if (prepared?.kind !== 'ready') throw new Error(prepared?.issues ?? `no tool ${name}`);
      const context = { customerId: customer === null ? undefined : customerId(customer), idempotencyKey: key, repeated, now };
      return prepared.call.run({ ...context, signal: AbortSignal.timeout(15_000) });
    },
    close: () => pack.close(),
  };
}
