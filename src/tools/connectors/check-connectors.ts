import { AppError } from '../../domain/error.ts';
import type { ConnectorFinding, NamedCall } from './connector.ts';
import { openConnector } from './index.ts';
import { casesOf, type ConnectedSettings } from './settings.ts';

/** Reaches every connector without changing anything, and compares what the configuration asks of it with what is there. */
export async function* checkConnectors(settings: ConnectedSettings): AsyncGenerator<ConnectorFinding & { readonly connector: string }> {
  const calls = callsOf(settings);
  for (const [name, connectorSettings] of Object.entries(settings.connectors)) {
    const connector = await openConnector(connectorSettings);
    try {
      const asked = calls.filter((call) => call.connector === name);
      for (const { call } of asked) await connector.operation(call);
      for (const finding of await connector.check(asked)) yield { connector: name, ...finding };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      yield { connector: name, level: 'problem', text: error.message, advice: error.hint ?? 'Correct connectors.yaml.' };
    } finally {
      await connector.close();
    }
  }
}

/** Every call of the file with the tool or lookup that it belongs to. */
function callsOf({ tools, customers, records }: ConnectedSettings): readonly (NamedCall & { readonly connector: string })[] {
  const read = (
    tool: string,
    { connector, call }: { readonly connector?: string | undefined; readonly call?: unknown },
    effect: 'read' | 'write' = 'read',
  ) => ({
    tool,
    effect,
    connector: connector ?? '',
    call,
  });
  return [
    read('customers.byEmail', customers.byEmail),
    read('customers.byId', customers.byId),
    ...Object.entries(records).map(([table, record]) => read(`records.${table}`, record)),
    ...Object.entries(tools).flatMap(([name, tool]) => [
      ...Object.values(tool.first ?? {}).map((lookup) => read(name, lookup)),
      ...(tool.confirm ? [read(name, tool.confirm)] : []),
      ...casesOf(tool).map((each) => read(name, each, tool.effect)),
    ]),
  ];
}
