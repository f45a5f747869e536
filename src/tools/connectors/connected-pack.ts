import { z } from 'zod';
import { AppError } from '../../domain/error.ts';
import { customerId, type CustomerId } from '../../domain/ids.ts';
import type { PolicySettings } from '../../domain/playbook.ts';
import { ONE_TIME_CODE } from '../identity-proof.ts';
import type { RecordRef } from '../record-ref.ts';
import type { CustomerRecord, PackSettings, ToolPack } from '../tool.ts';
import { connectedTool, type Bind, type BoundCall } from './connected-tool.ts';
import type { Answer, Connector } from './connector.ts';
import { openConnector } from './index.ts';
import type { ConnectedSettings } from './settings.ts';
import { evaluate, plainText, type Scope } from './template.ts';

export interface ConnectedPackSettings extends PackSettings {
  /** `config/connectors.yaml`; undefined when it connects nothing. */
  readonly connected?: ConnectedSettings | undefined;
}

/** A lookup of the pack itself may take this long: a turn waits for it. */
const LOOKUP_MS = 10_000;

const customerForm = z.object({
  customerId: z.union([z.string().min(1), z.number()]).transform(String),
  name: z.string(),
  email: z.string(),
  status: z.string().default('active'),
});

/** The company's own systems as `config/connectors.yaml` describes them. Reaches none of them before the first call. */
export async function openConnected({ connected, policies, now }: ConnectedPackSettings): Promise<ToolPack> {
  if (!connected) {
    throw new AppError('config_invalid', 'tools.pack is "connected", and connectors.yaml connects nothing', {
      retryable: false,
      hint: 'docs/connectors.md shows how a shop, a database or a payment account is connected.',
    });
  }
  const connectors = await openConnectors(connected);
  try {
    return await assemble(connected, connectors, { policies, now });
  } catch (error) {
    await closeAll(connectors);
    throw error;
  }
}

type Connectors = ReadonlyMap<string, Connector>;

async function openConnectors({ connectors }: ConnectedSettings): Promise<Connectors> {
  const opened = Object.entries(connectors).map(async ([name, settings]) => [name, await openConnector(settings)] as const);
  return new Map(await Promise.all(opened));
}

const closeAll = async (connectors: Connectors): Promise<void> =>
  void (await Promise.all([...connectors.values()].map((connector) => connector.close())));

interface World {
  readonly policies: PolicySettings | undefined;
  readonly now: () => Date;
}

async function assemble(settings: ConnectedSettings, connectors: Connectors, { policies, now }: World): Promise<ToolPack> {
  const bind: Bind = async ({ connector = '', call, owner }) => {
    const found = connectors.get(connector);
    if (!found) throw new AppError('config_invalid', `connectors.yaml has no connector ${connector}`, { retryable: false });
    return { operation: await found.operation(call), owner };
  };
  const { byEmail, byId } = settings.customers;
  const [findByEmail, findById] = await Promise.all([bind(byEmail), bind(byId)]);
  const owners = new Map(
    await Promise.all(
      Object.entries(settings.records).map(
        async ([table, record]) => [table, { call: await bind({ ...record, owner: undefined }), owner: record.owner }] as const,
      ),
    ),
  );
  const tools = Object.entries(settings.tools).map(([name, tool]) => connectedTool(name, tool, bind, policies));
  const read = (call: BoundCall, scope: Scope): Promise<unknown> => readRecord(call, { ...scope, now: now().toISOString() });
  return {
    name: 'connected',
    demo: false,
    tools: await Promise.all(tools),
    identityProof: ONE_TIME_CODE,
    async ownerOf({ table, key }: RecordRef) {
      const found = owners.get(table);
      if (!found) return undefined;
      const answer = await read(found.call, { input: { record: key } });
      const owner = answer === undefined ? undefined : plainText(evaluate(found.owner, { answer }));
      return owner === undefined ? undefined : customerId(owner);
    },
    async customerByEmail(email) {
      const asked = email.trim().toLowerCase();
      const found = customerOf(await read(findByEmail, { input: { email: asked } }), byEmail.result);
      // A lookup that finds by likeness must not make one person's code open another one's account.
      return found?.email.trim().toLowerCase() === asked ? found : undefined;
    },
    async customerById(id: CustomerId) {
      const found = customerOf(await read(findById, { customer: id, input: {} }), byId.result);
      return found?.customerId === id ? found : undefined;
    },
    sampleCustomers: async () => [],
    changedRecords: async () => [],
    close: () => closeAll(connectors),
  };
}

function customerOf(answer: unknown, result: unknown): CustomerRecord | undefined {
  if (answer === undefined) return undefined;
  const parsed = customerForm.safeParse(result === undefined ? answer : evaluate(result, { answer }));
  if (!parsed.success) throw unavailable('the customer lookup gives no customerId, name and email');
  const { customerId: id, ...rest } = parsed.data;
  return { customerId: customerId(id), ...rest };
}

/** The record, or undefined when there is none. Throws `backend_unavailable` when that cannot be known. */
async function readRecord({ operation }: BoundCall, scope: Scope): Promise<unknown> {
  const context = { effect: 'read', key: '', repeated: false, signal: AbortSignal.timeout(LOOKUP_MS) } as const;
  const answer: Answer = await operation.run(scope, context);
  if (answer.kind === 'answered') return answer.data;
  if (answer.kind === 'not_found') return undefined;
  throw unavailable(answer.kind === 'failed' ? answer.code : answer.kind);
}

const unavailable = (because: string): AppError =>
  new AppError('backend_unavailable', `the company's system cannot be asked: ${because}`, {
    retryable: true,
    hint: 'deskhand doctor looks at every connector and says what to fix.',
  });
