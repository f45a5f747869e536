const MARKDOWN_LINK = /\[([^\]\n]{0,300})\]\(\s*<?([^)\s>]{1,2000})>?(?:\s+"[^"\n]{0,300}")?\s*\)/g;
const BARE_URL = /\b(?:https?:\/\/|www\.)[^\s<>()[\]"'`]{1,2000}/gi;
/**
 * A host without a scheme: chats and mail programs make a link of it all the same. Only endings that nobody writes by
 * forgetting the space after a full stop, and anything that goes on with a path.
 */
const BARE_HOST =
  /(?<![\w@./:-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}(?:(?:com|net|org|info|biz|io|co|app|dev|shop|store|online|site|xyz|top|link|click|live|club|ru|cn|tk|example)\b|[a-z]{2,18}(?=\/[^\s/]))(?:\/[^\s<>()[\]"'`]{0,2000})?/gi;
const OTHER_SCHEME = /\b(?:(?:javascript|vbscript):\S|data:[a-z]+\/|(?:file|ftp):\/\/)[^\s)]*/i;

export interface LinkCheck {
  readonly text: string;
  /** Hosts or schemes that were taken out. */
  readonly refused: readonly string[];
  /** True when what is left no longer makes a sentence: the bare address was the point of it. */
  readonly broken: boolean;
}

/** Keeps links to allowed hosts. A labelled link to another host becomes its label; a bare one cannot be mended. */
export function checkLinks(sentence: string, allowedHosts: readonly string[]): LinkCheck {
  const refused: string[] = [];
  let broken = false;
  const labelled = sentence.replace(MARKDOWN_LINK, (whole, label: string, url: string) => {
    const host = hostOf(url);
    if (host !== undefined && isAllowed(host, allowedHosts)) return whole;
    refused.push(host ?? url.slice(0, 40));
    return /\b(?:https?:\/\/|www\.)/i.test(label) ? '' : label;
  });
  const outside = labelled.replace(MARKDOWN_LINK, (whole) => ' '.repeat(whole.length));
  for (const [url] of outside.matchAll(BARE_URL)) {
    const host = hostOf(url);
    if (host !== undefined && isAllowed(host, allowedHosts)) continue;
    refused.push(host ?? url);
    broken = true;
  }
  for (const [address] of outside.replace(BARE_URL, ' ').matchAll(BARE_HOST)) {
    const host = hostOf(`https://${address}`);
    if (host !== undefined && (isAllowed(host, allowedHosts) || isAllowed(`www.${host}`, allowedHosts))) continue;
    refused.push(host ?? address);
    broken = true;
  }
  if (OTHER_SCHEME.test(outside)) {
    refused.push('scheme');
    broken = true;
  }
  return { text: labelled, refused, broken };
}

/** The same text with dots in the place of every address that is not of an allowed host, for words that are shown whole or not at all. */
export function maskLinks(text: string, allowedHosts: readonly string[]): string {
  const dotted = (address: string): string =>
    checkLinks(address, allowedHosts).refused.length > 0 ? MASK + (/[.,;:!?]+$/.exec(address)?.[0] ?? '') : address;
  return text
    .replace(MARKDOWN_LINK, (whole, label: string) => (checkLinks(whole, allowedHosts).refused.length > 0 ? label : whole))
    .replace(BARE_URL, dotted)
    .replace(BARE_HOST, dotted);
}
const MASK = '•••';

/** The words of a sentence: a labelled link is its label, a bare address nothing. */
export function withoutLinks(sentence: string): string {
  return sentence.replace(MARKDOWN_LINK, '$1').replace(BARE_URL, ' ');
}

function hostOf(url: string): string | undefined {
  // A full stop after an address ends the sentence.
  const address = url.replace(/[.,;:!?]+$/, '');
  const absolute = /^www\./i.test(address) ? `https://${address}` : address;
  if (!URL.canParse(absolute)) return undefined;
  const { protocol, hostname, username } = new URL(absolute);
  return (protocol === 'https:' || protocol === 'http:') && username === '' ? hostname.toLowerCase() : undefined;
}

const isAllowed = (host: string, allowed: readonly string[]): boolean => allowed.some((name) => host === name.toLowerCase());
