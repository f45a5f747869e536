/** Marks the branch that cannot be reached; the compiler then names the case that somebody forgot. */
export function assertNever(value: never): never {
  throw new TypeError(`unhandled case: ${JSON.stringify(value)}`);
}
