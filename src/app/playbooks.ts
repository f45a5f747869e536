import type { Config } from '../config.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { ConfigVersion } from '../domain/ids.ts';
import { playbook, type Playbook } from '../domain/playbook.ts';
import type { Store } from '../store/store.ts';

export interface Playbooks {
  get(version: ConfigVersion): Promise<Playbook>;
  of(conversation: Conversation): Promise<Playbook>;
}

/** Keeps the current playbook for later, and finds the one that a conversation was opened with. */
export async function openPlaybooks(config: Config, store: Pick<Store, 'playbook' | 'savePlaybook'>): Promise<Playbooks> {
  await store.savePlaybook(config.playbookVersion, JSON.stringify(config.playbook));
  const known = new Map<ConfigVersion, Playbook>([[config.playbookVersion, config.playbook]]);

  async function get(version: ConfigVersion): Promise<Playbook> {
    const cached = known.get(version);
    if (cached) return cached;
    const stored = await store.playbook(version);
    const parsed = stored === undefined ? undefined : playbook.safeParse(JSON.parse(stored));
    // One written by an older release may lack what this one needs: then the current rules hold.
    const found = parsed?.success ? parsed.data : config.playbook;
    known.set(version, found);
    return found;
  }

  return { get, of: ({ configVersion }) => get(configVersion) };
}
