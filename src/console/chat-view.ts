import type { TranscriptLine, TurnExplanation } from '../domain/deskhand.ts';

export interface ExplainedLine extends TranscriptLine {
  /** Why this was said; on the first line of each turn only. */
  readonly why: TurnExplanation | undefined;
}

/** Gives each turn's explanation to the first line that the turn said, in order, matched by its words. */
export function explainLines(lines: readonly TranscriptLine[], explanations: readonly TurnExplanation[]): readonly ExplainedLine[] {
  let next = 0;
  return lines.map((line) => {
    const last = explanations[next - 1];
    if (line.from !== 'agent' || (last && said(last, line))) return { ...line, why: undefined };
    const index = explanations.findIndex((explanation, position) => position >= next && said(explanation, line));
    if (index >= 0) next = index + 1;
    return { ...line, why: explanations[index] };
  });
}

function said({ reply }: TurnExplanation, line: TranscriptLine): boolean {
  return reply.some((text) => text !== '' && line.text.includes(text));
}

/** Whose chat a conversation of the console channel is; undefined for any other channel. */
export function chatOf(id: string): { readonly from: string; readonly chat: string } | undefined {
  const [channel, account, from, chat] = id.split('/');
  if (channel !== 'console' || account !== 'local' || from === undefined || chat === undefined) return undefined;
  return { from: unescapePart(from), chat: unescapePart(chat) };
}

function unescapePart(part: string): string {
  return part.replaceAll('%2F', '/').replaceAll('%25', '%');
}
