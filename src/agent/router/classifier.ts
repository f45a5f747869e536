import type { HistoryLine, Understanding } from '../../domain/classification.ts';

/** Understands one message in the light of the last turns. The local one needs no model; another may ask one. */
export interface Router {
  /** `history`: oldest first; the last 3 turns are used. `spoken`: the language of the conversation so far, undefined at its start. */
  understand(text: string, history: readonly HistoryLine[], spoken?: string): Promise<Understanding>;
  close(): Promise<void>;
}
