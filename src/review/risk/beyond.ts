/** What is allowed now and was not: covered by nothing of before. What lies within another of it needs no words of its own. */
export function beyond<Grant>(
  old: readonly Grant[],
  fresh: readonly Grant[],
  covers: (wide: Grant, narrow: Grant) => boolean,
): readonly Grant[] {
  const left = fresh.filter((grant) => !old.some((one) => covers(one, grant)));
  const isWithin = (grant: Grant, index: number): boolean =>
    left.some((other, at) => at !== index && covers(other, grant) && (at < index || !covers(grant, other)));
  return left.filter((grant, index) => !isWithin(grant, index));
}

/** What was allowed already of what is new. */
export function partOf<Grant>(
  fresh: readonly Grant[],
  old: readonly Grant[],
  covers: (wide: Grant, narrow: Grant) => boolean,
): readonly Grant[] {
  return old.filter((one) => fresh.some((grant) => covers(grant, one)));
}
