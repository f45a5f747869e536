import { z } from 'zod';
import type { ChannelMemory } from './email-ports.ts';

/** How far a folder was read. UIDs mean something only together with UIDVALIDITY (RFC 9051 §2.3.1.1). */
const folderCursor = z.object({
  uidValidity: z.string(),
  lastUid: z.number(),
  /** Milliseconds since 1970: what came before the first connection is left alone for ever. */
  startedAt: z.number(),
  /** After a change of UIDVALIDITY: up to this UID, mail from before `startedAt` is passed over. */
  rescanTo: z.number().optional(),
});
export type FolderCursor = Readonly<z.infer<typeof folderCursor>>;

export interface FolderCursors {
  load(folder: string): Promise<FolderCursor | undefined>;
  save(folder: string, cursor: FolderCursor): Promise<void>;
}

export function createFolderCursors(memory: ChannelMemory, account: string): FolderCursors {
  const nameOf = (folder: string): string => `email/${account}/cursor/${folder}`;
  return {
    async load(folder) {
      const saved = await memory.load(nameOf(folder));
      return saved === undefined ? undefined : folderCursor.parse(JSON.parse(saved));
    },
    save: (folder, cursor) => memory.save(nameOf(folder), JSON.stringify(cursor)),
  };
}
