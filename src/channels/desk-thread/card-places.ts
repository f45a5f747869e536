import { ticketNumber, type ChannelName, type TicketNumber } from '../../domain/ids.ts';
import type { ThreadRef } from '../../domain/message.ts';

/** Which message of a platform is which ticket's card, over restarts. */
export interface CardPlaces {
  /** The platform's id of the card; undefined when none was posted that we know of. */
  of(thread: Pick<ThreadRef, 'space' | 'key'>): Promise<string | undefined>;
  ticketAt(space: string, id: string): Promise<TicketNumber | undefined>;
  note(thread: Pick<ThreadRef, 'space' | 'key'>, id: string): Promise<void>;
  /** Somebody deleted it: the next change posts a new one. */
  forget(thread: Pick<ThreadRef, 'space' | 'key'>): Promise<void>;
}

/** Small texts by name that outlive the process. */
interface Memory {
  load(name: string): Promise<string | undefined>;
  save(name: string, value: string): Promise<void>;
}

export function createCardPlaces(channel: ChannelName, memory: Memory): CardPlaces {
  const nameOf = (space: string, what: 'ticket' | 'card', id: string): string => `${channel}/desk/${space}/${what}/${id}`;
  return {
    of: async ({ space, key }) => (await memory.load(nameOf(space, 'ticket', key))) || undefined,
    async ticketAt(space, id) {
      const number = await memory.load(nameOf(space, 'card', id));
      return number ? ticketNumber(number) : undefined;
    },
    async note({ space, key }, id) {
      await memory.save(nameOf(space, 'card', id), key);
      await memory.save(nameOf(space, 'ticket', key), id);
    },
    forget: ({ space, key }) => memory.save(nameOf(space, 'ticket', key), ''),
  };
}
