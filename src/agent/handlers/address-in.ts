/** Words of a sentence, not of a street's name: "10009 goes to the wrong place". */
const NO_STREET = String.raw`(?!(?:to|the|on|in|at|is|are|was|were|goes|go|went|my|our|your|and|or|for|from|by|i|it|we)\s)`;
const STREET = String.raw`(?<![\w-])\d{1,6}[A-Za-z]?\s+(?:${NO_STREET}[\p{L}\p{N}.'’-]+\s+){0,5}(?:st(?:reet)?|ave(?:nue)?|r(?:oa)?d|dr(?:ive)?|ln|lane|blvd|boulevard|way|court|ct|place|pl|terrace|ter|square|sq|highway|hwy|parkway|pkwy|circle|cir|trail|row|alley)\b`;
/** A street and whatever follows it on the line: unit, town, state, ZIP. */
const ADDRESS = new RegExp(String.raw`(?:${STREET})[^\n?!;]{0,100}|\bP\.?\s?O\.?\s?Box\s+\d+[^\n?!;]{0,80}`, 'iu');
const TAIL = /[,.\s]*\b(?:please|pls|thanks?(?: you)?|instead|asap|if possible|before it ships).*$/i;
const LONGEST = 200;

/** A postal address in the customer's words, or undefined. */
export function addressIn(text: string): string | undefined {
  const found = ADDRESS.exec(text.slice(0, 2_000))?.[0];
  return found
    ?.replace(TAIL, '')
    .replace(/[\s,.]+$/u, '')
    .trim();
}

/** The answer to "which address?": an address in it, or the whole line when it looks like one (a number and some words). */
export function addressAnswer(text: string): string | undefined {
  const line = text.replace(/\s*\n\s*/g, ', ').trim();
  const found = addressIn(line);
  if (found !== undefined) return found;
  const looksLikeOne = line.length >= 10 && line.length <= LONGEST && /\d/.test(line) && /\p{L}{3,}/u.test(line) && !line.includes('?');
  return looksLikeOne ? line.replace(/^(?:(?:please )?(?:send|ship|deliver) it to|to|it'?s|my (?:new )?address is)[:\s]+/i, '') : undefined;
}
