import type { Identity } from '../manifests/identity';
import type { Path } from '../manifests/value';
import type { Place } from '../text/lines';

/** `error`: it fails, or it loses or opens something. `warning`: it will hurt somebody. `note`: good to know. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a check has found, as data. */
export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  /** Undefined for what stands in no object, such as broken YAML. */
  readonly object: Identity | undefined;
  /** Of the field, from the object's root. */
  readonly path: Path;
  /** The same for machines: items of lists by their names where they have one, so that it holds when others are added. */
  readonly field: string;
  readonly file: string;
  readonly place: Place;
  /** What is wrong and what comes of it. */
  readonly message: string;
  /** What to write instead. */
  readonly remedy: string;
  /** Points at a value that nobody may read. */
  readonly secret: boolean;
}

/** A finding that an annotation of its object accepts. */
export interface AcceptedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** The order of the files. */
export function inOrder(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.place.line - b.place.line || a.place.column - b.place.column || (a.check < b.check ? -1 : 1);
}
