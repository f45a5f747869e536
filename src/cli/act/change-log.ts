import { canonicalJson } from '../../domain/canonical-json.ts';
import type { ChangedRecord, ToolPack } from '../../tools/tool.ts';

/** Which conversation changed which record of one pack. */
export interface ChangeLog {
  /** Whatever is new since the last note was changed by this conversation. */
  note(conversation: string): Promise<void>;
  of(conversation: string): Promise<readonly ChangedRecord[]>;
}

export function changeLog(pack: Pick<ToolPack, 'changedRecords'>): ChangeLog {
  const changedBy = new Map<string, Set<string>>();
  let before = new Map<string, string>();
  return {
    async note(conversation) {
      const after = new Map((await pack.changedRecords()).map((record) => [nameOf(record), canonicalJson(record.after)]));
      for (const [name, text] of after) {
        if (before.get(name) !== text) changedBy.set(name, (changedBy.get(name) ?? new Set()).add(conversation));
      }
      before = after;
    },
    of: async (conversation) => (await pack.changedRecords()).filter((record) => changedBy.get(nameOf(record))?.has(conversation)),
  };
}

const nameOf = ({ table, key }: ChangedRecord): string => `${table}/${key}`;
