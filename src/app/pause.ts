import type { Store } from '../store/store.ts';

const PAUSED = 'agent.paused';

/** The whole agent's pause; kept in the store, so that it outlasts a restart. */
export interface PauseSwitch {
  isOn(): Promise<boolean>;
  set(on: boolean): Promise<void>;
}

export function createPause(store: Pick<Store, 'setting' | 'saveSetting'>): PauseSwitch {
  return {
    isOn: async () => (await store.setting(PAUSED)) === 'yes',
    set: (on) => store.saveSetting(PAUSED, on ? 'yes' : 'no'),
  };
}
