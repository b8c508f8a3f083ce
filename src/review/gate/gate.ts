import { objectName } from '../../manifests/identity';
import type { RiskClass } from '../risk/classes';
import type { Verdict } from '../risk/risk';
import type { Waiver } from './waiver';

/** Whether a change may pass. */
export interface Gate {
  readonly failing: readonly Verdict[];
  readonly waived: ReadonlyMap<Verdict, Waiver>;
  /** They waive nothing, and fail until somebody removes or renews them. */
  readonly expired: readonly Waiver[];
  /** Nothing of this change needs them. */
  readonly unused: readonly Waiver[];
  readonly passes: boolean;
}

/** `today` is a day such as `2026-11-24`. */
export function gateOf(
  verdicts: readonly Verdict[],
  gated: readonly RiskClass[],
  waivers: readonly Waiver[],
  today: string,
): Gate {
  const expired = waivers.filter(({ until }) => until < today);
  const matchers = waivers
    .filter((waiver) => !expired.includes(waiver))
    .map((waiver) => [waiver, patternOf(waiver.object)] as const);
  const waived = new Map<Verdict, Waiver>();
  for (const verdict of verdicts) {
    const names = namesOf(verdict);
    const match = matchers.find(
      ([waiver, pattern]) => waiver.class === verdict.risk.class && names.some((name) => pattern.test(name)),
    );
    if (match !== undefined) waived.set(verdict, match[0]);
  }
  const used = new Set(waived.values());
  const failing = verdicts.filter((verdict) => gated.includes(verdict.risk.class) && !waived.has(verdict));
  return {
    failing,
    waived,
    expired,
    unused: matchers.map(([waiver]) => waiver).filter((waiver) => !used.has(waiver)),
    passes: failing.length === 0 && expired.length === 0,
  };
}

/** A rename has two names. */
function namesOf({ change: { base, head } }: Verdict): readonly string[] {
  return [base, head]
    .filter((manifest) => manifest !== undefined)
    .map(({ identity }) => objectName(identity));
}

function patternOf(object: string): RegExp {
  return new RegExp(
    `^${object
      .split('*')
      .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
      .join('.*')}$`,
  );
}
