import { groupBy } from '../../manifests/groups';
import type { Identity } from '../../manifests/identity';
import { fieldText } from '../change';
import type { Gate } from '../gate/gate';
import type { Review } from '../review';
import { CLASSES, type RiskClass } from '../risk/classes';
import type { Risk, Verdict, World } from '../risk/risk';
import { Masks } from './masks';
import { nameOf } from './name';
import { placesOf, sameness, wording, type Told } from './sameness';

/** What is told, whatever the format. */
export interface ReviewReport {
  /** As the reader named them. */
  readonly base: string;
  readonly head: string;
  /** Worst first. */
  readonly entries: readonly Entry[];
  /** Objects of which something of a class is told: one that restarts and loses data counts in both. */
  readonly counts: ReadonlyMap<RiskClass, number>;
  readonly gate: Gate;
  /** One for each cluster that the trees are for. */
  readonly worlds: readonly World[];
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
  /** All of what the message has only the first; empty where it has all. */
  readonly details: readonly string[];
  /** `spec.replicas`; empty: the object as a whole. */
  readonly field: string;
  /** As people may read it: secrets are masked, and equal ones look equal. Undefined: not there. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** More fields that it is about in the same way. */
  readonly others: readonly ShownField[];
  /** Objects differ in what is told of them by their own names, or by a checksum: the values are those of the first one. */
  readonly isAlike: boolean;
  readonly verdicts: readonly Verdict[];
  readonly objects: readonly Identity[];
  /** Of all these objects, as people read them. */
  readonly names: readonly string[];
  /** Folders of the clusters that it happens in; empty where one tree is for one cluster. */
  readonly folders: readonly string[];
  /** Who else has part in it, of all these objects. */
  readonly affected: readonly Identity[];
}

/** As `field`, `before` and `after` of an entry. */
export type ShownField = Pick<Entry, 'field' | 'before' | 'after'>;

/** What a report is made of. */
export type Reviewed = Pick<ReviewReport, 'base' | 'head' | 'gate' | 'gated' | 'waiversFile' | 'pathOf'> & {
  readonly review: Review;
};

export function reportOf({ review, ...more }: Reviewed): ReviewReport {
  const { verdicts, worlds, folderOf } = review;
  const masks = new Masks();
  const places = placesOf(verdicts);
  const shown = verdicts.map((verdict): Told => {
    const { change, about = [] } = verdict;
    return { verdict, values: about.map((field) => masks.shown(field, change)) };
  });
  const entries = [...groupBy(shown, (told) => sameness(told, places)).values()].map((same) =>
    entryOf(same, folderOf),
  );
  return { ...more, entries, counts: countsOf(verdicts), worlds, verdicts };
}

function entryOf(same: readonly Told[], folderOf: Review['folderOf']): Entry {
  const [first] = same;
  if (first === undefined) throw new Error('a group has a verdict');
  const { risk, message, instead, details = [] } = first.verdict;
  const [main = { field: '', before: undefined, after: undefined }, ...others] = fieldsOf(first);
  const verdicts = same.map(({ verdict }) => verdict);
  const folders = new Set(verdicts.map(({ change }) => folderOf(change)));
  return {
    ...{ risk, message, instead, details, verdicts, ...main, others },
    isAlike: new Set(same.map(wording)).size > 1,
    objects: unique(verdicts.map(({ change }) => (change.head ?? change.base).identity)),
    names: [...new Set(verdicts.map(nameOf))],
    folders: [...folders].filter((folder) => folder !== ''),
    affected: unique(verdicts.flatMap(({ affected }) => affected ?? [])),
  };
}

function fieldsOf({ verdict: { about = [] }, values }: Told): readonly ShownField[] {
  return about.map(({ field }, index) => {
    const [before, after] = values[index] ?? [];
    return { field: fieldText(field), before, after };
  });
}

function unique(identities: readonly Identity[]): readonly Identity[] {
  return [...new Map(identities.map((identity) => [JSON.stringify(identity), identity])).values()];
}

/** Each object counts once in each class, so that no section is missing from the counts above it. */
function countsOf(verdicts: readonly Verdict[]): ReadonlyMap<RiskClass, number> {
  const byClass = groupBy(verdicts, ({ risk }) => risk.class);
  return new Map(
    CLASSES.filter((name) => byClass.has(name)).map((name) => [
      name,
      new Set(byClass.get(name)?.map(({ change }) => change)).size,
    ]),
  );
}
