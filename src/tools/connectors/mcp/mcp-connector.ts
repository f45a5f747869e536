import type { Answer, CallContext, Connector, ConnectorFinding, NamedCall, Operation } from '../connector.ts';
import { evaluate, isBlock, namesIn, type Scope } from '../template.ts';
import { createMcpSessions, type McpSession, type McpSessions } from './mcp-session.ts';
import { mcpCall, type McpCall, type McpSettings } from './mcp-settings.ts';
import { isServersWord, readMcpError, readMcpResult } from './read-result.ts';

/** Makes single tools of a server callable: those that the configuration has read and named, and no other. */
export function createMcpConnector(settings: McpSettings): Connector {
  const sessions = createMcpSessions(settings);
  return {
    async operation(given): Promise<Operation> {
      const call = mcpCall.parse(given);
      return {
        isKeyed: namesIn(call.arguments).includes('key'),
        run: (scope, context) => runTool(sessions, settings, call, scope, context),
      };
    },
    check: (calls) => checkTools(sessions, calls),
    close: () => sessions.close(),
  };
}

async function runTool(sessions: McpSessions, settings: McpSettings, call: McpCall, scope: Scope, context: CallContext): Promise<Answer> {
  let session: McpSession;
  try {
    session = await sessions.session();
    const now = (await session.fingerprints()).get(call.tool);
    if (now !== call.definition)
      return { kind: 'failed', code: now === undefined ? 'mcp_tool_gone' : 'mcp_tool_changed', retryable: false };
  } catch (error) {
    // Nothing was asked of the tool yet, whatever it would have done.
    return readMcpError(error, 'read');
  }
  const given = call.arguments === undefined ? scope['input'] : evaluate(call.arguments, scope);
  try {
    const request = { name: call.tool, arguments: isBlock(given) ? { ...given } : {} };
    const result = await session.client.callTool(request, undefined, { timeout: settings.timeoutMs, signal: context.signal });
    return readMcpResult(result, context.effect, settings.maxBytes);
  } catch (error) {
    if (!isServersWord(error)) await sessions.drop(session);
    return readMcpError(error, context.effect);
  }
}

async function checkTools(sessions: McpSessions, calls: readonly NamedCall[]): Promise<readonly ConnectorFinding[]> {
  let offered: ReadonlyMap<string, string>;
  try {
    offered = await (await sessions.session()).fingerprints();
  } catch (error) {
    const answer = readMcpError(error, 'read');
    const code = answer.kind === 'failed' ? answer.code : 'mcp_failed';
    return [
      {
        level: 'problem',
        text: `the server cannot be reached (${code})`,
        advice: 'Start its command by hand, or check its url and headers.',
      },
    ];
  }
  const used = calls.map(({ tool, call }) => ({ name: tool, ...mcpCall.parse(call) }));
  const wrong = used.flatMap(({ name, tool, definition }): readonly ConnectorFinding[] => {
    const now = offered.get(tool);
    if (now === definition) return [];
    if (now === undefined)
      return [
        { level: 'problem', text: `${name} is off: the server has no tool ${tool}`, advice: `It has ${[...offered.keys()].join(', ')}.` },
      ];
    const advice = `Read what the server says about it now; if that is good, set definition: ${now}`;
    return [{ level: 'problem', text: `${name} is off: the definition of ${tool} is not the one that was read`, advice }];
  });
  const off = [...offered].filter(([tool]) => !used.some((each) => each.tool === tool)).map(([tool, now]) => `${tool} (${now})`);
  const text = `offers ${offered.size} tools, ${used.length - wrong.length} are on${off.length > 0 ? `; off: ${off.join(', ')}` : ''}`;
  return [{ level: 'ok', text }, ...wrong];
}
