const UNITS = [
  { ms: 86_400_000, letter: 'd' },
  { ms: 3_600_000, letter: 'h' },
  { ms: 60_000, letter: 'm' },
  { ms: 1000, letter: 's' },
] as const;

/** A span in its largest whole unit: `45 s`, `2 m`, `3 h`, `4 d`. A negative span, from clocks that differ, counts as none. */
export function elapsedText(spanMs: number): string {
  const unit = UNITS.find(({ ms }) => spanMs >= ms) ?? UNITS[3];
  return `${Math.max(0, Math.floor(spanMs / unit.ms))} ${unit.letter}`;
}

/** `2 m ago`. */
export function agoText(at: Date, now: Date): string {
  return `${elapsedText(now.getTime() - at.getTime())} ago`;
}
