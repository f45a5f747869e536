import type { DiscordEvent } from './discord-ports.ts';
import type { DiscordRest } from './discord-rest.ts';
import type { DiscordSettings } from './discord-settings.ts';
import type { DiscordPlace } from './discord-thread.ts';

/** Marks a forum post as solved, and takes the mark away when it is taken up again; other tags stay. */
export type SolvedTag = (place: DiscordPlace, isSolved: boolean) => Promise<void>;

/** Discord's limit for the tags of one post. */
const MOST_TAGS = 5;

interface TagWorld {
  readonly rest: Pick<DiscordRest, 'channel' | 'applyTags'>;
  readonly settings: Pick<DiscordSettings, 'forumChannels' | 'solvedTag'>;
  readonly report: (event: DiscordEvent) => void;
}

/** A tag is a courtesy: what stands in its way is reported and delays nothing. */
export function createSolvedTag({ rest, settings, report }: TagWorld): SolvedTag {
  return async (place, isSolved) => {
    if (place.kind !== 'thread' || !settings.forumChannels.includes(place.parent)) return;
    const [forum, post] = await Promise.all([rest.channel(place.parent), rest.channel(place.thread)]);
    if (forum.kind === 'failed' || post.kind === 'failed') return report({ kind: 'not_tagged', because: 'the post cannot be read' });
    const wanted = settings.solvedTag.toLowerCase();
    const tag = forum.value.available_tags?.find(({ name }) => name.toLowerCase() === wanted);
    if (tag === undefined) return report({ kind: 'not_tagged', because: 'the forum has no such tag' });
    const before = post.value.applied_tags ?? [];
    if (before.includes(tag.id) === isSolved) return;
    const others = before.filter((id) => id !== tag.id);
    const asked = await rest.applyTags(place.thread, isSolved ? [tag.id, ...others].slice(0, MOST_TAGS) : others);
    if (asked.kind === 'failed') report({ kind: 'not_tagged', because: asked.failure.kind });
  };
}
