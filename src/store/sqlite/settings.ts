import type { Store } from '../store.ts';
import type { Session } from './session.ts';

/** What changes while Deskhand runs, and the playbooks that open conversations are pinned to. */
export function createSettings({ db, write, read }: Session): Pick<Store, 'setting' | 'saveSetting' | 'savePlaybook' | 'playbook'> {
  const selectSetting = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?');
  const upsertSetting = db.prepare<[string, string]>(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const selectPlaybook = db.prepare<[string], { body: string }>('SELECT body FROM playbook WHERE version = ?');
  // A version is the hash of its content, so what is there is the same already.
  const insertPlaybook = db.prepare<[string, string]>(
    'INSERT INTO playbook (version, body) VALUES (?, ?) ON CONFLICT (version) DO NOTHING',
  );
  return {
    setting: (name) => read(() => selectSetting.get(name)?.value),
    saveSetting: (name, value) =>
      write(() => {
        upsertSetting.run(name, value);
      }),
    savePlaybook: (version, json) =>
      write(() => {
        insertPlaybook.run(version, json);
      }),
    playbook: (version) => read(() => selectPlaybook.get(version)?.body),
  };
}
