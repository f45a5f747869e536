/**
 * All that we ask of the Web API, and the bot scopes that each method needs (docs.slack.dev/reference/methods). The
 * API client takes no other method, so the app manifest asks for these scopes and no more.
 */
export const WEB_METHODS = {
  // With the app-level token, whose one scope is connections:write.
  'apps.connections.open': [],
  'auth.test': [],
  'assistant.threads.setStatus': ['assistant:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history', 'mpim:history'],
  'reactions.add': ['reactions:write'],
  'reactions.remove': ['reactions:write'],
  'users.info': ['users:read'],
  'views.open': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type WebMethod = keyof typeof WEB_METHODS;

/** The events that we subscribe to, and the scope that each is sent with. */
export const EVENTS = {
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
} as const satisfies Readonly<Record<string, string>>;

/** Private files of customers are fetched from Slack's own hosts. */
const FILE_SCOPE = 'files:read';

/** Every scope once, in alphabetical order; the status in the agent view is the only thing that needs `assistant:write`. */
export function botScopes(agentView: boolean): readonly string[] {
  const methods = Object.entries(WEB_METHODS).filter(([method]) => agentView || !method.startsWith('assistant.'));
  const scopes = new Set<string>([...methods.flatMap(([, needed]) => needed), ...Object.values(EVENTS), FILE_SCOPE]);
  return [...scopes].toSorted((one, other) => one.localeCompare(other));
}
