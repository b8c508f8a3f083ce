import { closest, distance } from 'fastest-levenshtein';

/** `; did you mean "x"?`, or nothing where no candidate is near. */
export function suggestion(wrong: string, candidates: readonly string[]): string {
  if (candidates.length === 0) return '';
  const lower = wrong.toLowerCase();
  const same = candidates.find((candidate) => candidate.toLowerCase() === lower);
  const best = same ?? closest(wrong, candidates);
  const near =
    same !== undefined || distance(lower, best.toLowerCase()) <= Math.max(2, Math.floor(best.length / 3));
  return near ? `; did you mean "${best}"?` : '';
}
