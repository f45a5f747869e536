import type { ChatStep } from './chat-session.ts';

/** What the customer sees: replies, and the mails that would have gone out, in a box. */
export function stepText({ replies, mails, desk }: ChatStep): string {
  const answered = desk ? [`[desk] ${printable(desk.text)}\n`] : [];
  const said = replies.map(
    ({ by, private: hidden, text }) =>
      `${by === 'agent' ? 'Agent' : printable(by)}${hidden ? ' (only you see this)' : ''}: ${terminalText(text)}\n`,
  );
  return [...answered, ...said, ...mails.map(mailBox)].join('\n');
}

/** Why: one line a fact, for `/why` and `--trace`. */
export function traceText({ intents, decision, rules, actions, escalation, identity, tickets }: ChatStep): string {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['intents', intents],
    ['decision', decision === null ? [] : [decision]],
    ['rules', rules],
    ['actions', actions.map(({ tool, status, rule }) => `${tool} ${status}${rule === undefined ? '' : ` (${rule})`}`)],
    ['handed over', escalation ? [`${escalation.reason}, ${escalation.priority}, ${escalation.queue}`] : []],
    ['identity', [identity]],
    ['tickets', tickets],
  ];
  return rows
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `  ${name.padEnd(13)}${printable(values.join(', '))}\n`)
    .join('');
}

/** Markdown as a terminal shows it: marks gone, links written out. */
export function terminalText(markdown: string): string {
  return printable(markdown)
    .replaceAll(/\*\*([^*\n]+)\*\*/g, '$1')
    .replaceAll(/\[([^\]\n]*)\]\((https?:[^)\s]+)\)/g, '$1 ($2)')
    .replaceAll(/`([^`\n]+)`/g, '$1');
}

function mailBox({ to, subject, text }: ChatStep['mails'][number]): string {
  const lines = [`To: ${to}`, `Subject: ${subject}`, '', ...text.trimEnd().split('\n')].map(printable);
  return `┌─ mail ${'─'.repeat(40)}\n${lines.map((line) => `│ ${line}\n`).join('')}└${'─'.repeat(47)}\n`;
}

/** Whatever is said cannot steer the terminal; line breaks stay. */
function printable(text: string): string {
  return text.replaceAll(/(?!\n)[\p{Cc}\p{Cf}]/gu, ' ');
}
