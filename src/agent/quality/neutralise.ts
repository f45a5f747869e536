/** Characters that are not seen or that turn the reading direction: they hide words and forge names. */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex -- control characters are what it is about
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}\p{Cs}]|(?<!\p{Extended_Pictographic}\uFE0F?)\u200D/gu;

type Rewrite = readonly [pattern: RegExp, by: string];

/** What a chat platform would take for a command: the words stay, the power goes. */
const COMMANDS: readonly Rewrite[] = [
  [/<!(?:subteam\^[A-Z0-9]+(?:\|@?([^>]*))?|(everyone|here|channel)(?:\|[^>]*)?)>/gi, '$1$2'],
  [/<!date\^[^>|]*\|?([^>]*)>/gi, '$1'],
  [/<[@#][!&]?[A-Za-z0-9]+(?:\|([^>]*))?>/g, '$1'],
  [/<a?:(\w+):\d+>/g, ':$1:'],
  [/<(https?:\/\/[^\s|>]+)\|([^>]+)>/g, '[$2]($1)'],
  [/<(https?:\/\/[^\s>]+|mailto:[^\s>]+)>/g, '$1'],
  [/@(?=everyone\b|here\b|channel\b|all\b)/gi, ''],
];
/** Tags and comments; `a < b` and `<3` are none. */
const HTML = /<!--[^]*?(?:-->|$)|<\/?[a-z][a-z0-9-]*(?:\s[^<>]{0,500})?\/?>/gi;
const DANGEROUS_BLOCK = /<(script|style|iframe|object)\b[^>]{0,500}>[^]*?(?:<\/\1\s*>|$)/gi;

/** The text without hidden characters, mentions, other commands of a platform and HTML. Plain text comes out as it went in. */
export function neutralise(text: string): string {
  let result = text.replace(UNSEEN, '');
  // What is taken out can leave a new command behind, so it is done until nothing changes; each round shortens the text.
  for (let before = ''; before !== result;) {
    before = result;
    for (const [pattern, by] of COMMANDS) result = result.replace(pattern, by);
    result = result.replace(DANGEROUS_BLOCK, '').replace(HTML, '');
  }
  return result;
}
