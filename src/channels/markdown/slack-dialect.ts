import type { Dialect } from './dialect.ts';

/** Invisible; keeps two characters from being read as one sign, and a sign from being read as mark-up. */
const WORD_JOINER = '\u2060';
/** Invisible; lets a mark stand inside a word. */
const ZERO_WIDTH_SPACE = '\u200b';

/** The three characters that are control characters of mrkdwn: with them escaped no text can mention, link or command. */
export const escapeMrkdwn = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What only CommonMark reads as a link must not look like one that was left over. */
const HALF_LINK = /\]\(/g;

/** A mark by itself, as in `5 * 3`, opens nothing; `_` inside a word does not either. */
const LONE_MARK = /^[*~`_]$/;
const OPENING_MARK = /[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

const literal = (text: string): string =>
  escapeMrkdwn(
    LONE_MARK.test(text) ? text : text.replace(OPENING_MARK, (mark) => mark + WORD_JOINER).replace(HALF_LINK, `]${WORD_JOINER}(`),
  );

/** Slack mrkdwn (docs.slack.dev/messaging/formatting-message-text). */
export const slackDialect: Dialect = {
  literal,
  lineStart: (written) => (written.startsWith('&gt;') ? WORD_JOINER + written : written),
  marks: { strong: '*', emphasis: '_', strike: '~' },
  joint: ZERO_WIDTH_SPACE,
  code: (source) => (source.includes('`') ? undefined : `\`${escapeMrkdwn(source)}\``),
  link(label, href) {
    const url = escapeMrkdwn(href.replaceAll('|', '%7C'));
    return label === '' || label === href ? `<${url}>` : `<${url}|${literal(label)}>`;
  },
  fence: {
    // mrkdwn has no languages: a word after the fence would be shown as code.
    open: () => '```\n',
    line: (source) => escapeMrkdwn(source.replaceAll('```', `\`\`${WORD_JOINER}\``)),
    close: '\n```',
  },
  bullets: ['•', '◦', '▪'],
  indent: '    ',
  quote: '> ',
  rule: '──────────',
  checkbox: { done: '☑', open: '☐' },
};
