const FIRST_HIGH = 0xd800;
const LAST_HIGH = 0xdbff;

/** UTF-16 offset → offset in code points. Counts the text once, however many offsets are asked for. */
export function codePointOffsets(text: string): (offset: number) => number {
  if (!/[\uD800-\uDBFF]/.test(text)) return (offset) => offset;
  const points = new Int32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    points[i] = count;
    const opensPair = isBetween(text.charCodeAt(i), FIRST_HIGH, LAST_HIGH) && isBetween(text.charCodeAt(i + 1), 0xdc00, 0xdfff);
    if (!opensPair) count += 1;
  }
  points[text.length] = count;
  return (offset) => points[Math.min(offset, text.length)] ?? count;
}

const isBetween = (code: number, first: number, last: number): boolean => code >= first && code <= last;
