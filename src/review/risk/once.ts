import type { FieldChange } from '../change';
import type { Risk, Verdict } from './risk';

/** Verdicts of one change, so that each consequence is told once, by the row that knows most of it; `otherwise` has what is left. */
export function once(said: readonly Verdict[], otherwise: readonly Verdict[]): readonly Verdict[] {
  const included = new Set(said.flatMap(({ risk }) => risk.includes ?? []));
  const apart = said.filter(({ risk }) => !included.has(risk.id));
  const shown = shownBy(apart);
  const isLeft = (one: FieldChange, told: readonly Verdict[]): boolean =>
    !told.some((verdict) => accountsFor(verdict, one) || shown.get(verdict.risk)?.has(one) === true);
  const exact = apart.filter(({ risk }) => risk.isGeneral !== true);
  const told = apart.filter(
    ({ risk, about: [field] = [] }) => risk.isGeneral !== true || field === undefined || isLeft(field, exact),
  );
  const left = otherwise.filter(({ about: [field] = [] }) =>
    field === undefined ? told.length === 0 : isLeft(field, told),
  );
  return [...told, ...left].map((verdict) => {
    const own = shown.get(verdict.risk);
    return own === undefined ? verdict : { ...verdict, about: untold(own, verdict, told) };
  });
}

function accountsFor({ risk, change, about = [] }: Verdict, one: FieldChange): boolean {
  return about.includes(one) || risk.tells?.(one, change) === true;
}

/** Of rows that show what others leave. Asked once: a row may have to read each field for it. */
function shownBy(verdicts: readonly Verdict[]): ReadonlyMap<Risk, ReadonlySet<FieldChange>> {
  return new Map(
    verdicts.flatMap(({ risk, change }) =>
      risk.shows === undefined ? [] : [[risk, new Set(risk.shows(change))]],
    ),
  );
}

/** What no other verdict accounts for. */
function untold(
  own: ReadonlySet<FieldChange>,
  verdict: Verdict,
  told: readonly Verdict[],
): readonly FieldChange[] {
  return [...own].filter((one) => !told.some((other) => other !== verdict && accountsFor(other, one)));
}
