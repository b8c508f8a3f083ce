import { groupBy } from '../../manifests/groups';

/** Whether whoever has the one has the other as well. */
export type Covers<Grant> = (wide: Grant, narrow: Grant) => boolean;

/** Where a grant is looked for: it covers only what is in the same place; undefined for what may cover anything. */
export type PlaceOf<Grant> = (grant: Grant) => string | undefined;

/** What is allowed now and was not: covered by nothing of before. What lies within another of it needs no words of its own. */
export function beyond<Grant>(
  old: readonly Grant[],
  fresh: readonly Grant[],
  covers: Covers<Grant>,
  placeOf: PlaceOf<Grant> = () => undefined,
): readonly Grant[] {
  const near = neighbours(old, placeOf);
  const left = fresh.filter((grant) => !near(grant).some((one) => covers(one, grant)));
  const position = new Map(left.map((grant, index) => [grant, index] as const));
  const around = neighbours(left, placeOf);
  // Of two that are the same the first one is told.
  const isSaidBy = (other: Grant, grant: Grant): boolean =>
    other !== grant &&
    covers(other, grant) &&
    (!covers(grant, other) || (position.get(other) ?? 0) < (position.get(grant) ?? 0));
  return [...position.keys()].filter((grant) => !around(grant).some((other) => isSaidBy(other, grant)));
}

/** What was allowed already of what is new. */
export function partOf<Grant>(
  fresh: readonly Grant[],
  old: readonly Grant[],
  covers: Covers<Grant>,
  placeOf: PlaceOf<Grant> = () => undefined,
): readonly Grant[] {
  const near = neighbours(fresh, placeOf);
  return old.filter((one) => near(one).some((grant) => covers(grant, one)));
}

/** Those that may cover a grant: a role can hold thousands, of which each covers few. */
function neighbours<Grant>(
  grants: readonly Grant[],
  placeOf: PlaceOf<Grant>,
): (grant: Grant) => readonly Grant[] {
  const byPlace = groupBy(grants, placeOf);
  const everywhere = byPlace.get(undefined) ?? [];
  return (grant) => {
    const place = placeOf(grant);
    return place === undefined ? everywhere : [...everywhere, ...(byPlace.get(place) ?? [])];
  };
}
