import type { Identity } from '../../manifests/identity';
import type { System } from '../../system/system';
import type { Change, FieldChange } from '../change';
import type { Surroundings } from '../surroundings';
import type { RiskClass } from './classes';

/** A row of the table of risks: what a change of one kind means. */
export interface Risk {
  /** Kebab case; stands in waivers and reports, so it never changes. */
  readonly id: string;
  readonly class: RiskClass;
  /** The change, as a noun phrase: "a claim is removed". */
  readonly change: string;
  /** What comes of it. */
  readonly why: string;
  /** Where the fact comes from. */
  readonly source: string;
  /** Fields of which the message of a verdict says all, so that none is told again as one that changes. Default: its own alone. */
  readonly tells?: (field: FieldChange, change: Change) => boolean;
  /** Fields that a verdict shows where no other row tells of them, the most telling first. */
  readonly shows?: (change: Change) => readonly FieldChange[];
  /** It says no more than that its field changes: silent where another row accounts for that field. */
  readonly isGeneral?: true;
  /** It comes of pods that are made anew, and not where the API server refuses the object. Default: what is a RESTART. */
  readonly isOfNewPods?: true;
  /** Ids of rows that have nothing to add where this one tells of the same object. */
  readonly includes?: readonly string[];
  readonly judge: (change: Change, world: World) => Iterable<Judgement>;
}

/** Both trees, as far as they have a part in the change. */
export interface World {
  readonly base: System;
  readonly head: System;
  readonly changes: readonly Change[];
  /** What becomes of an object, by `keyOf`; undefined for what stays as it is. */
  readonly changeOf: (key: string) => Change | undefined;
  /** Both trees with who talks to what changes from namespaces without a change. Takes long where they are large. */
  readonly around: () => Surroundings;
}

/** What a row says of one change. */
export interface Judgement {
  /** The most telling first; absent or empty: the object as a whole. */
  readonly about?: readonly FieldChange[];
  /** What happens, without the name of the object itself, so that the same change of many objects is told once. */
  readonly message: string;
  /** All of what the message has only the first. */
  readonly details?: readonly string[];
  /** What to do instead, or before. */
  readonly instead?: string;
  /** Who else has part in it: the pods that restart, those who read the Secret. */
  readonly affected?: readonly Identity[];
}

/** A judgement with all that a report tells. */
export interface Verdict extends Judgement {
  readonly risk: Risk;
  readonly change: Change;
}
