import type { Answer } from '../connector.ts';
import { isBlock } from '../template.ts';

/** What a server sent back for a call, as far as it is looked at. Its text is data: nothing in it is ever followed. */
export function readMcpResult(result: unknown, effect: 'read' | 'write', maxBytes: number): Answer {
  const doubtful = (code: string): Answer =>
    effect === 'write' ? { kind: 'unknown', because: code } : { kind: 'failed', code, retryable: false };
  if (!isBlock(result)) return doubtful('mcp_no_result');
  // The protocol tells a tool's failure in a result like any other, and not how far the tool had come.
  if (result['isError'] === true) return doubtful('mcp_tool_error');
  const data = isBlock(result['structuredContent']) ? result['structuredContent'] : contentOf(result['content']);
  if (data === undefined) return doubtful('mcp_no_content');
  return Buffer.byteLength(JSON.stringify(data)) > maxBytes ? doubtful('too_large') : { kind: 'answered', data };
}

/** One text that is JSON is that JSON; any other text is text. Pictures and links are left out. */
function contentOf(content: unknown): unknown {
  const texts = (Array.isArray(content) ? content : []).flatMap((part: unknown) =>
    isBlock(part) && part['type'] === 'text' && typeof part['text'] === 'string' ? [part['text']] : [],
  );
  if (texts.length === 0) return undefined;
  const [only] = texts;
  const parsed = texts.length === 1 && only !== undefined ? parseJson(only) : undefined;
  return parsed !== null && typeof parsed === 'object' ? parsed : { text: texts.join('\n') };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** JSON-RPC codes that say the call never reached the tool: parse error, invalid request, no such method. */
const NOT_CALLED: ReadonlySet<unknown> = new Set([-32700, -32600, -32601]);
/** Bad parameters; the SDK reports an answer that breaks the tool's own schema with it too, which comes after the effect. */
const BAD_PARAMETERS = -32602;

/** What an error of the protocol or the transport says about a call. */
export function readMcpError(error: unknown, effect: 'read' | 'write'): Answer {
  const code = codeOf(error);
  const name = `mcp_${String(code).toLowerCase()}`;
  if (code === 401 || code === 403) return { kind: 'failed', code: 'unauthorized', retryable: false };
  if (NOT_CALLED.has(code)) return { kind: 'failed', code: name, retryable: false };
  if (effect === 'write') return { kind: 'unknown', because: name };
  return { kind: 'failed', code: name, retryable: code !== BAD_PARAMETERS };
}

/** Errors of the server itself; after any other the connection is not to be trusted. */
export function isServersWord(error: unknown): boolean {
  const code = codeOf(error);
  return NOT_CALLED.has(code) || code === BAD_PARAMETERS || code === -32603;
}

function codeOf(error: unknown): number | string {
  const code: unknown = error !== null && typeof error === 'object' ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'number' || typeof code === 'string' ? code : 'failed';
}
