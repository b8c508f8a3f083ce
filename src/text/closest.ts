import { closest, distance } from 'fastest-levenshtein';

/** `; did you mean "x"?`, or nothing where no candidate is near. */
export function suggestion(wrong: string, candidates: readonly string[]): string {
  const near = nearest(wrong, candidates);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}

/** Whether a name is mistyped rather than another: of long names that share a word many are near. */
export function isSlip(wrong: string, meant: string): boolean {
  return distance(wrong.toLowerCase(), meant.toLowerCase()) <= 2;
}

/** Undefined where no candidate is near. */
export function nearest(wrong: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const lower = wrong.toLowerCase();
  const same = candidates.find((candidate) => candidate.toLowerCase() === lower);
  if (same !== undefined) return same;
  const best = closest(wrong, candidates);
  return distance(lower, best.toLowerCase()) <= Math.max(2, Math.floor(best.length / 3)) ? best : undefined;
}
