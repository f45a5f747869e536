import { z } from 'zod';
import type { Author } from '../../domain/message.ts';
import type { SlackApi } from './slack-api.ts';
import { userOf } from './slack-names.ts';

/** Messages are acknowledged within three seconds, and nobody waits long for a name. */
const TIMEOUT_MS = 800;
const REMEMBERED = 5_000;

const answer = z.looseObject({
  user: z.looseObject({
    real_name: z.string().nullish(),
    is_restricted: z.boolean().nullish(),
    is_ultra_restricted: z.boolean().nullish(),
    is_stranger: z.boolean().nullish(),
    profile: z.looseObject({ display_name: z.string().nullish(), real_name: z.string().nullish() }).nullish(),
  }),
});

interface Person {
  readonly name: string | undefined;
  readonly isGuest: boolean;
}

/** Completes an author with what Slack knows: a name for humans to read. It is never proof, and a failure changes nothing. */
export function createSlackPeople(api: SlackApi): (author: Author) => Promise<Author> {
  const known = new Map<string, Promise<Person | undefined>>();

  const lookUp = (key: string, user: string): Promise<Person | undefined> => {
    const before = known.get(key);
    if (before) return before;
    const asked = ask(api, user).then((person) => {
      if (!person) known.delete(key);
      return person;
    });
    const [oldest] = known.keys();
    if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
    known.set(key, asked);
    return asked;
  };

  return async (author) => {
    const user = userOf(author.key);
    const person = user === undefined ? undefined : await lookUp(author.key, user);
    if (!person) return author;
    return { ...author, displayName: person.name ?? author.displayName, trust: person.isGuest ? 'mutable' : author.trust };
  };
}

async function ask(api: SlackApi, user: string): Promise<Person | undefined> {
  const reply = await api.call('users.info', { user }, TIMEOUT_MS);
  const parsed = reply.kind === 'ok' ? answer.safeParse(reply.body).data : undefined;
  if (!parsed) return undefined;
  const { real_name: realName, profile, ...flags } = parsed.user;
  return {
    name: profile?.display_name || profile?.real_name || realName || undefined,
    isGuest: flags.is_restricted === true || flags.is_ultra_restricted === true || flags.is_stranger === true,
  };
}
