import type { Manifest } from '../manifests/manifest';
import { at, listOf, textOf, type Path, type Value } from '../manifests/value';

/** One object names another. */
export interface Reference {
  /** Who names it. */
  readonly manifest: Manifest;
  /** Of the name. */
  readonly path: Path;
  /** Of what is named: `GROUP/KIND`. */
  readonly type: string;
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly KeyReference[];
  /** All is well without it. */
  readonly isOptional: boolean;
  /** What ships the two ships them apart as often as not, so that its absence from the files says nothing. */
  readonly isLoose: boolean;
  /** What comes of it when it is not there, as the end of a sentence. */
  readonly outcome: string;
}

export interface KeyReference {
  readonly path: Path;
  readonly name: string;
}

/** What all kinds of references have in common; nothing where no name is said. */
export function reference(
  manifest: Manifest,
  type: string,
  path: Path,
  outcome: string,
  more: Partial<Reference> = {},
): readonly Reference[] {
  const name = textOf(manifest.at(...path)) ?? '';
  if (name === '') return [];
  const { namespace } = manifest;
  return [
    { manifest, path, type, namespace, name, keys: [], isOptional: false, isLoose: false, outcome, ...more },
  ];
}

/** A reference with `optional` and, for a volume, `items`. */
export function referenceWithKeys(
  manifest: Manifest,
  type: string,
  path: Path,
  field: string,
  outcome: string,
): readonly Reference[] {
  const source: Value | undefined = manifest.at(...path);
  if (source === undefined) return [];
  const items = listOf(at(source, 'items')).flatMap((item, index) =>
    keyAt(at(item, 'key'), [...path, 'items', index, 'key']),
  );
  const keys = [...keyAt(at(source, 'key'), [...path, 'key']), ...items];
  return reference(manifest, type, [...path, field], outcome, {
    keys,
    isOptional: at(source, 'optional') === true,
  });
}

function keyAt(value: Value | undefined, path: Path): readonly KeyReference[] {
  const name = textOf(value);
  return name === undefined ? [] : [{ path, name }];
}
