import type { FieldChange } from '../change';
import type { Verdict } from './risk';

/** Verdicts of one change, so that each consequence is told once, by the row that knows most of it; `otherwise` has what is left. */
export function once(said: readonly Verdict[], otherwise: readonly Verdict[]): readonly Verdict[] {
  const included = new Set(said.flatMap(({ risk }) => risk.includes ?? []));
  const apart = said.filter(({ risk }) => !included.has(risk.id));
  const exact = apart.filter(({ risk }) => risk.isGeneral !== true);
  const isLeft = (one: FieldChange, told: readonly Verdict[]): boolean =>
    !told.some((verdict) => accountsFor(verdict, one) || shownBy(verdict).includes(one));
  const told = apart.filter(
    ({ risk, field }) => risk.isGeneral !== true || field === undefined || isLeft(field, exact),
  );
  const left = otherwise.filter(({ field }) =>
    field === undefined ? told.length === 0 : isLeft(field, told),
  );
  return [...told, ...left].map((verdict) => withFields(verdict, told));
}

function accountsFor({ risk, change, field, others = [] }: Verdict, one: FieldChange): boolean {
  return field === one || others.includes(one) || risk.tells?.(one, change) === true;
}

function shownBy({ risk, change }: Verdict): readonly FieldChange[] {
  return risk.shows?.(change) ?? [];
}

/** Of a row that shows what others leave: that. */
function withFields(verdict: Verdict, told: readonly Verdict[]): Verdict {
  if (verdict.risk.shows === undefined) return verdict;
  const [field, ...others] = shownBy(verdict).filter(
    (one) => !told.some((other) => other !== verdict && accountsFor(other, one)),
  );
  return { ...verdict, ...(field && { field }), others };
}
