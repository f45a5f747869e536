/** Of reciprocal rank fusion, Cormack et al. (2009): the larger, the less the first places stand out. */
const K = 60;

/** Fuses rankings by place: what is first in all of them has 1, and each ranking gives at most an equal share. */
export function fuseRanks<Id extends string | number>(rankings: readonly (readonly Id[])[]): ReadonlyMap<Id, number> {
  const fused = new Map<Id, number>();
  for (const ranking of rankings) {
    ranking.forEach((id, place) => fused.set(id, (fused.get(id) ?? 0) + (K + 1) / (K + 1 + place) / rankings.length));
  }
  return fused;
}
