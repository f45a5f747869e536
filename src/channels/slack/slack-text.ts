/** `<…>` as Slack writes references into text: user, channel, command, link (docs.slack.dev/messaging/formatting-message-text). */
const REFERENCE = /<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>/g;

/** Slack's text as people see it: references by name, addresses readable, the three escaped characters back. */
export function plainFromSlack(text: string): string {
  return text
    .replace(REFERENCE, (_, sign: string, target: string, label?: string) => readable(sign, target, label))
    .replace(/&(amp|lt|gt);/g, unescape);
}

const unescape = (_: string, name: string): string => (name === 'lt' ? '<' : name === 'gt' ? '>' : '&');

function readable(sign: string, target: string, label: string | undefined): string {
  switch (sign) {
    case '@':
    case '#':
      return sign + (label || target).replace(/^[@#]/, '');
    case '!':
      // Groups, dates and broadcasts carry their words behind the bar.
      return label || `@${target.replace(/\^.*$/, '')}`;
    default: {
      const address = target.replace(/^mailto:/, '').replace(/^tel:/, '');
      return label === undefined || label === '' || address.includes(label) || label === target ? address : `${label} (${address})`;
    }
  }
}

export const mentions = (text: string, user: string): boolean => text.includes(`<@${user}>`) || text.includes(`<@${user}|`);

/** Without the words that only call the agent. */
export function withoutMention(text: string, user: string): string {
  return text
    .replaceAll(new RegExp(`<@${user}(?:\\|[^<>]*)?>[,:]?`, 'g'), ' ')
    .replace(/[^\S\n]{2,}/g, ' ')
    .trim();
}
