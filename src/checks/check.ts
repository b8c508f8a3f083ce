import type { Severity } from '../findings/finding';
import type { Rule } from '../findings/rule';
import type { SourceFile } from '../manifests/source';
import type { FieldSpot } from '../manifests/spot';
import type { Place } from '../text/lines';
import type { System } from '../system/system';

/** A property that any set of manifests must have. */
export interface Check extends Rule {
  readonly find: (system: System) => Iterable<Fault>;
}

/** What a check says of one place. */
export interface Fault {
  readonly spot: Spot;
  /** What is wrong and what comes of it: sentence case, values in quotes, no final period. */
  readonly message: string;
  /** What to write instead: an order, such as `set "hostNetwork" to false`. */
  readonly remedy: string;
  /** Where it is not the check's own. */
  readonly severity?: Severity;
}

/** A field of an object, or, where there is no object, a place in a file. */
export type Spot = FieldSpot | FileSpot;

export interface FileSpot {
  readonly file: SourceFile;
  readonly place: Place;
}
