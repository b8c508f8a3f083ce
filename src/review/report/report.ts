import { groupBy } from '../../manifests/groups';
import type { Identity } from '../../manifests/identity';
import { fieldText, type Change } from '../change';
import type { Gate } from '../gate/gate';
import type { Review } from '../review';
import { CLASSES, type RiskClass } from '../risk/classes';
import type { Risk, Verdict, World } from '../risk/risk';
import { Masks, type Shown } from './masks';

/** What is told, whatever the format. */
export interface ReviewReport {
  /** As the reader named them. */
  readonly base: string;
  readonly head: string;
  /** Worst first. */
  readonly entries: readonly Entry[];
  /** Changes of objects by what they mean at worst. */
  readonly counts: ReadonlyMap<RiskClass, number>;
  readonly changes: readonly Change[];
  readonly gate: Gate;
  readonly world: World;
  /** Classes that may not pass. */
  readonly gated: readonly RiskClass[];
  /** Empty where there is none. */
  readonly waiversFile: string;
  /** Worst first. */
  readonly verdicts: readonly Verdict[];
  /** A file of one of the trees, as one writes it where the command runs. */
  readonly pathOf: (side: 'base' | 'head', file: string) => string;
}

/** The same change of the same kind, told once for all objects that it happens to. */
export interface Entry {
  readonly risk: Risk;
  readonly message: string;
  readonly instead: string | undefined;
  /** `spec.replicas`; empty: the object as a whole. */
  readonly field: string;
  /** As people may read it: secrets are masked, and equal ones look equal. Undefined: not there. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly verdicts: readonly Verdict[];
  readonly objects: readonly Identity[];
  /** Who else has part in it, of all these objects. */
  readonly affected: readonly Identity[];
}

/** What a report is made of. */
export type Reviewed = Pick<ReviewReport, 'base' | 'head' | 'gate' | 'gated' | 'waiversFile' | 'pathOf'> & {
  readonly review: Review;
};

export function reportOf({ review: { verdicts, world }, ...more }: Reviewed): ReviewReport {
  const masks = new Masks();
  const shown = verdicts.map((verdict) => ({ verdict, values: masks.shown(verdict) }));
  const entries = [...groupBy(shown, sameness).values()].map(entryOf);
  return { ...more, entries, counts: countsOf(verdicts), changes: world.changes, world, verdicts };
}

interface ShownVerdict {
  readonly verdict: Verdict;
  readonly values: Shown;
}

function sameness({ verdict: { risk, change, field, message }, values }: ShownVerdict): string {
  const { kind } = change.head ?? change.base;
  return JSON.stringify([risk.id, kind, field && fieldText(field.field), ...values, message]);
}

function entryOf(same: readonly ShownVerdict[]): Entry {
  const [first] = same;
  if (first === undefined) throw new Error('a group has a verdict');
  const { risk, message, instead, field } = first.verdict;
  const [before, after] = first.values;
  const verdicts = same.map(({ verdict }) => verdict);
  return {
    ...{ risk, message, instead, before, after, verdicts },
    field: field === undefined ? '' : fieldText(field.field),
    objects: unique(verdicts.map(({ change }) => (change.head ?? change.base).identity)),
    affected: unique(verdicts.flatMap(({ affected }) => affected ?? [])),
  };
}

function unique(identities: readonly Identity[]): readonly Identity[] {
  return [...new Map(identities.map((identity) => [JSON.stringify(identity), identity])).values()];
}

/** Each object counts once, by the worst that is told of it. */
function countsOf(verdicts: readonly Verdict[]): ReadonlyMap<RiskClass, number> {
  const worst = new Map<Change, RiskClass>();
  for (const { change, risk } of verdicts) if (!worst.has(change)) worst.set(change, risk.class);
  const all = [...worst.values()];
  return new Map(
    CLASSES.map((name) => [name, all.filter((one) => one === name).length] as const).filter(([, n]) => n > 0),
  );
}
