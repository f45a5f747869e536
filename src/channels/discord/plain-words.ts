import type { DiscordMessage } from './discord-payloads.ts';

/** Characters that are handed on; Discord's own limit is 4,000. */
const TEXT_LIMIT = 10_000;

/** Discord's markup for people, channels and emoji as the words that a reader sees. */
export function readableText({ content, mentions }: Pick<DiscordMessage, 'content' | 'mentions'>, self: string): string {
  const names = new Map(mentions.map(({ id, username, global_name }) => [id, global_name ?? username]));
  return content
    .slice(0, TEXT_LIMIT)
    .replaceAll('\0', '')
    .replace(/<@!?(\d{1,20})>/g, (_, id: string) => (id === self ? '' : `@${names.get(id) ?? 'somebody'}`))
    .replace(/<@&\d{1,20}>/g, '@role')
    .replace(/<#\d{1,20}>/g, '#channel')
    .replace(/<a?(:\w{1,40}:)\d{1,20}>/g, '$1')
    .replace(/<\/([\w -]{1,100}):\d{1,20}>/g, '/$1')
    .replace(/[ \t]{2,}/g, ' ')
    .trim();
}

/** The writer's own words: lines quoted with `>` are somebody else's, unless there is nothing beside them. */
export function ownWords(text: string): string {
  const block = text.search(/^>>> /m);
  const lines = (block === -1 ? text : text.slice(0, block)).split('\n');
  const own = lines
    .filter((line) => !line.startsWith('> '))
    .join('\n')
    .trim();
  return own === '' ? text : own;
}
