/** The first moment that a Discord id can name (1 January 2015 UTC), in Unix milliseconds. */
const DISCORD_EPOCH_MS = 1_420_070_400_000n;
const TIME_SHIFT = 22n;

/** When the thing with this id was made. */
export const snowflakeTime = (id: string): Date => new Date(Number((BigInt(id) >> TIME_SHIFT) + DISCORD_EPOCH_MS));

/** The lowest id of that millisecond; everything made since has this id or a higher one. */
export const snowflakeAt = (at: Date): string => {
  const ms = BigInt(at.getTime()) - DISCORD_EPOCH_MS;
  return ms <= 0n ? '0' : String(ms << TIME_SHIFT);
};

/** The id right below, for "everything after, including this one". */
export const snowflakeBefore = (id: string): string => (BigInt(id) === 0n ? '0' : String(BigInt(id) - 1n));

/** Ids are numbers of up to 64 bits written as text: longer is later. */
export const isLater = (id: string, than: string): boolean => BigInt(id) > BigInt(than);

export const byAge = (left: { readonly id: string }, right: { readonly id: string }): number =>
  left.id === right.id ? 0 : isLater(left.id, right.id) ? 1 : -1;
