/** What an environment variable holds; decides how it is checked. */
export type VariableKind = 'text' | 'port' | 'folder' | 'host' | 'address' | 'url' | 'tls' | 'secret';

export interface Variable {
  readonly name: string;
  readonly kind: VariableKind;
  /** Shown in docs/configuration.md. */
  readonly fallback: string;
  readonly meaning: string;
}

const mailServer = (prefix: 'IMAP' | 'SMTP', ports: string): readonly Variable[] => [
  {
    name: `${prefix}_HOST`,
    kind: 'host',
    fallback: '',
    meaning: prefix === 'IMAP' ? 'Mailbox server; turns the email channel on' : 'Server for outgoing mail, one-time codes included',
  },
  { name: `${prefix}_PORT`, kind: 'port', fallback: ports, meaning: 'Port of that server' },
  { name: `${prefix}_USER`, kind: 'text', fallback: '', meaning: 'Login name' },
  { name: `${prefix}_PASSWORD`, kind: 'secret', fallback: '', meaning: 'Password; or the four OAuth variables' },
  { name: `${prefix}_TLS`, kind: 'tls', fallback: 'implicit', meaning: '`implicit`, `starttls` or `none`; `none` only on loopback' },
  { name: `${prefix}_OAUTH_CLIENT_ID`, kind: 'text', fallback: '', meaning: 'XOAUTH2: client id' },
  {
    name: `${prefix}_OAUTH_CLIENT_SECRET`,
    kind: 'secret',
    fallback: '',
    meaning: 'XOAUTH2: client secret; may be empty for public clients',
  },
  { name: `${prefix}_OAUTH_REFRESH_TOKEN`, kind: 'secret', fallback: '', meaning: 'XOAUTH2: refresh token, exchanged for access tokens' },
  { name: `${prefix}_OAUTH_TOKEN_URL`, kind: 'url', fallback: '', meaning: "XOAUTH2: the provider's token endpoint" },
];

/** Every variable that this version reads. */
export const VARIABLES: readonly Variable[] = [
  { name: 'PORT', kind: 'port', fallback: '3000', meaning: 'Port of the page on 127.0.0.1; 0 takes a free one' },
  { name: 'DESKHAND_DATA', kind: 'folder', fallback: './data', meaning: 'Where conversations, tickets and the demo shop are kept' },
  {
    name: 'DESKHAND_CONFIG',
    kind: 'folder',
    fallback: './config',
    meaning: "Folder of YAML files; a file that it lacks is taken from the product's own",
  },
  ...mailServer('IMAP', '993, or 143 without implicit TLS'),
  { name: 'IMAP_MAILBOX', kind: 'text', fallback: 'INBOX', meaning: 'Folder that is watched' },
  ...mailServer('SMTP', '465, 587 with starttls, 25 with none'),
  {
    name: 'SUPPORT_ADDRESS',
    kind: 'address',
    fallback: '`IMAP_USER` when that is an address',
    meaning: 'Sender of every reply; `name+token@` of it must reach the mailbox',
  },
  {
    name: 'SLACK_MODE',
    kind: 'text',
    fallback: 'socket',
    meaning: '`socket` (needs SLACK_APP_TOKEN) or `http` (needs SLACK_SIGNING_SECRET)',
  },
  { name: 'SLACK_BOT_TOKEN', kind: 'secret', fallback: '', meaning: 'Bot token (xoxb-…); turns the Slack channel on' },
  { name: 'SLACK_APP_TOKEN', kind: 'secret', fallback: '', meaning: 'App-level token (xapp-…) for socket mode' },
  { name: 'SLACK_SIGNING_SECRET', kind: 'secret', fallback: '', meaning: "Tells Slack's requests from others in http mode" },
  { name: 'SLACK_PORT', kind: 'port', fallback: '3001', meaning: 'Port for Slack in http mode' },
  { name: 'SLACK_API_URL', kind: 'url', fallback: 'https://slack.com/api/', meaning: 'Another server that speaks the Web API' },
  { name: 'DISCORD_TOKEN', kind: 'secret', fallback: '', meaning: 'Bot token; turns the Discord channel on' },
  { name: 'DISCORD_API_URL', kind: 'url', fallback: 'https://discord.com/api', meaning: "Another server that speaks Discord's API" },
  {
    name: 'ANTHROPIC_API_KEY',
    kind: 'secret',
    fallback: '',
    meaning: 'Key for a language model; without it the embedded engine does everything',
  },
  {
    name: 'ANTHROPIC_BASE_URL',
    kind: 'url',
    fallback: 'https://api.anthropic.com',
    meaning: 'Another server that speaks the Messages API',
  },
  { name: 'PINECONE_API_KEY', kind: 'secret', fallback: '', meaning: 'Search by meaning with Pinecone beside the in-process index' },
  {
    name: 'PINECONE_INDEX_HOST',
    kind: 'text',
    fallback: '',
    meaning: 'Host of an index with integrated embedding; without it `pinecone.index` of knowledge.yaml is looked up by name',
  },
  {
    name: 'PINECONE_CONTROL_URL',
    kind: 'url',
    fallback: 'https://api.pinecone.io',
    meaning: "Another server that speaks Pinecone's control API",
  },
  { name: 'DESK_ADDRESS', kind: 'address', fallback: '', meaning: 'Where alarms for staff are mailed' },
];

/** Names that scripts may already set and that only later versions read: said in a warning, never ignored in silence. */
export const RESERVED = ['DATABASE_URL'] as const;
