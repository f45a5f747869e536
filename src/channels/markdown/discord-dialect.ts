import type { Dialect } from './dialect.ts';

/** Invisible; keeps two signs from being read as one. */
const ZERO_WIDTH_SPACE = '\u200b';

/** Everything that Discord reads as markup, and `<` and `@`, with which it writes mentions, emoji, times and commands. */
const SIGNS = /[\\*_~`|<>#[\]]|@(?=everyone|here)/g;

/** Shown as it is written: behind a backslash every sign is only itself. */
export const escapeDiscord = (text: string): string => text.replace(SIGNS, (sign) => `\\${sign}`);

/** What a list would begin with. */
const LIST_SIGN = /^(\d{0,9})([-+.)])$/;

/** Runs of backticks are held apart: Discord knows no longer fence around them. */
const heldApart = (source: string): string => source.replace(/`(?=`)/g, `\`${ZERO_WIDTH_SPACE}`);

/**
 * Discord's markdown (support.discord.com, "Markdown Text 101"). Links show their address, so that nobody is led
 * elsewhere, in the brackets that keep Discord from unfolding it.
 */
export const discordDialect: Dialect = {
  literal: escapeDiscord,
  lineStart: (written) => written.replace(LIST_SIGN, String.raw`$1\$2`),
  marks: { strong: '**', emphasis: '*', strike: '~~' },
  joint: ZERO_WIDTH_SPACE,
  code(source) {
    if (!source.includes('`')) return `\`${source}\``;
    return source.includes('``') ? undefined : `\`\` ${source} \`\``;
  },
  link(label, href) {
    const isMail = /^mailto:/i.test(href);
    const address = isMail ? escapeDiscord(href.slice('mailto:'.length)) : `<${href}>`;
    const isSame = label === '' || label === href || `mailto:${label}` === href || `http://${label}` === href;
    return isSame ? address : `${escapeDiscord(label)} (${address})`;
  },
  fence: {
    open: (language) => `\`\`\`${language}\n`,
    line: heldApart,
    close: '\n```',
  },
  bullets: ['-'],
  indent: '  ',
  quote: '> ',
  rule: '──────────',
  checkbox: { done: '☑', open: '☐' },
};
