const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  deg: '°',
  times: '×',
  frac12: '½',
  euro: '€',
  pound: '£',
  cent: '¢',
  larr: '←',
  rarr: '→',
};

/** Character references as CommonMark reads them (§2.5); names that support texts never use stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,30}));/gi, (whole, hex?: string, decimal?: string, name = '') => {
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
    return NAMED[String(name)] ?? whole;
  });
}

/** U+FFFD for what is no character: nothing invisible or half comes in through a number. */
function character(code: number): string {
  const isText = code >= 0x20 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff) && !(code >= 0x7f && code < 0xa0);
  return isText || code === 0x0a || code === 0x09 ? String.fromCodePoint(code) : '\ufffd';
}
