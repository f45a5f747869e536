/** Share and 95 % interval after Wilson, which holds for few cases too: `62 % (44–77 %) of 29`. */
export function shareText(hits: number, cases: number): string {
  if (cases === 0) return 'no cases';
  const [low, high] = wilson(hits, cases);
  const percent = (share: number): number => Math.round(share * 100);
  return `${((hits / cases) * 100).toFixed(1)} % (${hits} of ${cases}, 95 % interval ${percent(low)}–${percent(high)} %)`;
}

/** Bounds of the share, 0–1. */
export function wilson(hits: number, cases: number): readonly [number, number] {
  const z = 1.96;
  const share = hits / cases;
  const denominator = 1 + z ** 2 / cases;
  const centre = share + z ** 2 / (2 * cases);
  const margin = z * Math.sqrt((share * (1 - share)) / cases + z ** 2 / (4 * cases ** 2));
  return [Math.max(0, (centre - margin) / denominator), Math.min(1, (centre + margin) / denominator)];
}
