import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { fingerprint, type McpDefinition } from './definition.ts';
import type { McpSettings } from './mcp-settings.ts';

/** Pages of the list of tools that are read at most. */
const PAGES = 20;

/** A connection to a server, with what its tools are now. */
export interface McpSession {
  readonly client: Client;
  /** Fingerprint by the name of the tool; read again when the server says that its tools changed. */
  fingerprints(): Promise<ReadonlyMap<string, string>>;
}

/** Connects at the first call and again after the connection ended. */
export interface McpSessions {
  session(): Promise<McpSession>;
  /** Ends this connection, so that the next call makes another one. */
  drop(session: McpSession): Promise<void>;
  close(): Promise<void>;
}

export function createMcpSessions(settings: McpSettings): McpSessions {
  let current: Promise<McpSession> | undefined;
  const forget = (ended: Promise<McpSession>): void => {
    if (current === ended) current = undefined;
  };
  function session(): Promise<McpSession> {
    if (current) return current;
    const opened: Promise<McpSession> = openSession(settings, () => forget(opened));
    current = opened;
    opened.catch(() => forget(opened));
    return opened;
  }
  return {
    session,
    async drop(ended) {
      if ((await current?.catch(() => undefined)) === ended) current = undefined;
      await ended.client.close().catch(() => undefined);
    },
    async close() {
      const open = await current?.catch(() => undefined);
      await open?.client.close().catch(() => undefined);
    },
  };
}

async function openSession(settings: McpSettings, onClose: () => void): Promise<McpSession> {
  const { Client } = await import('@modelcontextprotocol/sdk/client/index.js');
  // No capability is offered: the server may neither ask our model, nor our files, nor the person at the desk.
  const client = new Client({ name: 'deskhand', version: '1' }, { capabilities: {} });
  const { ToolListChangedNotificationSchema } = await import('@modelcontextprotocol/sdk/types.js');
  let known: Promise<ReadonlyMap<string, string>> | undefined;
  client.setNotificationHandler(ToolListChangedNotificationSchema, () => void (known = undefined));
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the SDK's client is no event target
  client.onclose = onClose;
  await client.connect(await transportOf(settings), { timeout: settings.timeoutMs });
  return {
    client,
    async fingerprints() {
      const listed = (known ??= listTools(client, settings.timeoutMs));
      listed.catch(() => (known = undefined));
      return listed;
    },
  };
}

async function transportOf({ command, env, url, headers, maxBytes }: McpSettings): Promise<Transport> {
  if (command) {
    const { StdioClientTransport } = await import('@modelcontextprotocol/sdk/client/stdio.js');
    const [program = '', ...args] = command;
    return new StdioClientTransport({ command: program, args, env, stderr: 'ignore', maxBufferSize: maxBytes * 2 });
  }
  const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/sdk/client/streamableHttp.js');
  return new StreamableHTTPClientTransport(new URL(url ?? ''), { requestInit: { headers, redirect: 'error' } });
}

async function listTools(client: Client, timeoutMs: number): Promise<ReadonlyMap<string, string>> {
  const found: McpDefinition[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const listed = await client.listTools(cursor === undefined ? {} : { cursor }, { timeout: timeoutMs });
    found.push(...listed.tools);
    cursor = listed.nextCursor;
    if (cursor === undefined) break;
  }
  return new Map(found.map((tool) => [tool.name, fingerprint(tool)]));
}
