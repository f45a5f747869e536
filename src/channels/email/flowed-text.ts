/*
 * format=flowed (RFC 3676). The parser joins a flowed quoted line with an unquoted one after it, which swallows the
 * answer below a quote; so the parameter is hidden from it and the joining is done here, where quote depth counts.
 */

const FLOWED_HEADER = /^(content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?format=)(flowed|"flowed")/gim;

/** Only the first 64 kB are searched: the header that matters stands in front of the first text part. */
const SEARCHED_BYTES = 64 * 1024;

const headOf = (raw: Uint8Array): string =>
  Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, SEARCHED_BYTES)).toString('latin1');

export const hasFlowedText = (raw: Uint8Array): boolean => /format="?flowed/i.test(headOf(raw));

/** The same bytes with `format=flowed` spelled so that the parser does not know it. */
export function withoutFlowed(raw: Uint8Array): Uint8Array {
  const head = headOf(raw).replace(FLOWED_HEADER, (_, before: string, value: string) => `${before}${value.replace(/flowed/i, 'fl0wed')}`);
  return Buffer.concat([Buffer.from(head, 'latin1'), raw.subarray(Math.min(raw.byteLength, SEARCHED_BYTES))]);
}

const depthOf = (line: string): number => /^(?:> ?)*/.exec(line.slice(0, 100))?.[0].replaceAll(' ', '').length ?? 0;

/** Joins soft-broken lines of equal quote depth; `-- ` is a signature's delimiter and never joined. */
export function unflow(text: string): string {
  const joined: string[] = [];
  let soft = false;
  let depth = 0;
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const ownDepth = depthOf(line);
    const isDelimiter = /^(?:> ?)*-- $/.test(line.slice(0, 120));
    const last = joined.length - 1;
    if (soft && ownDepth === depth && !isDelimiter && last >= 0) {
      joined[last] += ownDepth > 0 ? line.replace(/^(?:> ?)*/, '') : line.replace(/^ /, '');
    } else {
      joined.push(ownDepth === 0 ? line.replace(/^ (?=[> ]|From )/, '') : line);
    }
    soft = line.endsWith(' ') && !isDelimiter;
    depth = ownDepth;
  }
  return joined.join('\n');
}
