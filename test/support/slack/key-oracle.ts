import { existsSync, readFileSync } from 'node:fs';

/** Sample payloads of slackapi/java-slack-sdk; tests pass without them and check more with them. */
const FOLDER = new URL('../../../../shared/schemas/slack/', import.meta.url);

/** Newer than the samples (docs.slack.dev/reference/events/message.im), required by Slack's types, and pieces that have shapes of their own. */
const NOT_IN_THE_SAMPLES = new Set(['event.assistant_thread', 'event.channel_type', 'event.files.channels', 'event.files.groups']);

if (!existsSync(FOLDER))
  process.stderr.write('skipped: the samples of slackapi/java-slack-sdk are not here, so keys are held against Slack’s types alone.\n');

const samples = new Map<string, unknown>();

function sampleOf(name: string): unknown {
  if (!samples.has(name)) {
    const file = new URL(`${name}.json`, FOLDER);
    samples.set(name, existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
  }
  return samples.get(name);
}

/** Every key of `value` that the official sample of that name does not have, or has with another type. */
export function foreignKeys(name: string, value: unknown): readonly string[] {
  const sample = sampleOf(name);
  return sample === undefined ? [] : compare(value, sample, '').map((path) => `${name}: ${path}`);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function compare(value: unknown, sample: unknown, path: string): readonly string[] {
  if (value === null || value === undefined || NOT_IN_THE_SAMPLES.has(path) || path.endsWith('blocks')) return [];
  if (Array.isArray(value)) {
    return Array.isArray(sample) ? value.flatMap((each) => (sample.length === 0 ? [] : compare(each, sample[0], path))) : [path];
  }
  if (isObject(value)) {
    if (!isObject(sample)) return [path];
    return Object.entries(value).flatMap(([key, each]) => {
      // Left out on the wire.
      if (each === undefined) return [];
      const inner = path === '' ? key : `${path}.${key}`;
      return key in sample || NOT_IN_THE_SAMPLES.has(inner) ? compare(each, sample[key], inner) : [inner];
    });
  }
  return sample === null || typeof value === typeof sample ? [] : [path];
}

const EVENTS: Readonly<Record<string, string>> = {
  app_mention: 'AppMentionPayload',
  message: 'MessagePayload',
  'message/message_changed': 'MessageChangedPayload',
  'message/message_deleted': 'MessageDeletedPayload',
  'message/file_share': 'MessageFileSharePayload',
  'message/thread_broadcast': 'MessageThreadBroadcastPayload',
  'message/bot_message': 'MessageBotPayload',
};

/** The same for an event's whole payload. */
export function foreignEventKeys(payload: { readonly event: Readonly<Record<string, unknown>> }): readonly string[] {
  const { type, subtype } = payload.event;
  const name = EVENTS[typeof subtype === 'string' ? `${String(type)}/${subtype}` : String(type)];
  return name === undefined ? [] : foreignKeys(name, payload);
}
