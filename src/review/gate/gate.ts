import { objectName } from '../../manifests/identity';
import type { Review } from '../review';
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

/** `today` is a day such as `2026-11-24`. A waiver with a folder counts for what changes in it alone. */
export function gateOf(
  verdicts: readonly Verdict[],
  gated: readonly RiskClass[],
  waivers: readonly Waiver[],
  today: string,
  folderOf: Review['folderOf'],
): Gate {
  const expired = waivers.filter(({ until }) => until < today);
  const matchers = waivers
    .filter((waiver) => !expired.includes(waiver))
    .map((waiver) => ({ waiver, object: patternOf(waiver.object), folder: patternOf(waiver.folder ?? '*') }));
  const waived = new Map<Verdict, Waiver>();
  for (const verdict of verdicts) {
    const names = namesOf(verdict);
    const match = matchers.find(
      ({ waiver, object, folder }) =>
        waiver.class === verdict.risk.class &&
        folder.test(folderOf(verdict.change)) &&
        names.some((name) => object.test(name)),
    );
    if (match !== undefined) waived.set(verdict, match.waiver);
  }
  const used = new Set(waived.values());
  const failing = verdicts.filter((verdict) => gated.includes(verdict.risk.class) && !waived.has(verdict));
  return {
    failing,
    waived,
    expired,
    unused: matchers.map(({ waiver }) => waiver).filter((waiver) => !used.has(waiver)),
    passes: failing.length === 0 && expired.length === 0,
  };
}

/** A rename has two names. */
function namesOf({ change: { base, head } }: Verdict): readonly string[] {
  return [base, head]
    .filter((manifest) => manifest !== undefined)
    .map(({ identity }) => objectName(identity));
}

function patternOf(words: string): RegExp {
  return new RegExp(
    `^${words
      .split('*')
      .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
      .join('.*')}$`,
  );
}
