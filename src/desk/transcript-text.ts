import type { Conversation } from '../domain/conversation.ts';

/** The end of a long conversation says most; the page and the terminal have the whole. */
const MOST_CHARACTERS = 9_000;

/** What was said so far, a line a message, without personal data: for a thread that many people read. */
export function transcriptText({ turns }: Pick<Conversation, 'turns'>, agentName: string, mask: (text: string) => string): string {
  const lines = turns.flatMap(({ inbound, said }) => [
    ...inbound.flatMap(({ author, text, attachments }) =>
      [text, ...attachments.map((file) => `[file: ${file.name}]`)]
        .filter((part) => part.trim() !== '')
        .map((part) => `${mask(author.displayName === '' ? 'Customer' : author.displayName)}: ${mask(part.trim())}`),
    ),
    ...said.map(({ by, text }) => `${by === 'agent' ? agentName : by.staff}: ${mask(text)}`),
  ]);
  const whole = lines.join('\n');
  if (whole.length <= MOST_CHARACTERS) return whole === '' ? 'Nothing yet.' : whole;
  const end = whole.slice(-MOST_CHARACTERS);
  return `[the beginning is left out]\n${end.slice(end.indexOf('\n') + 1)}`;
}
