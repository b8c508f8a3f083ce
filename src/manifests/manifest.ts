import type { Place } from '../text/lines';
import { identityOf, type Identity } from './identity';
import type { SourceDocument, SourceFile } from './source';
import { textOf, valueAt, type Path, type Value, type ValueMap } from './value';

/** A Kubernetes object as a file holds it. */
export class Manifest {
  readonly identity: Identity;
  readonly apiVersion: string;

  constructor(
    private readonly document: SourceDocument,
    /** Where the object stands in its document: not at its root where that is a List. */
    private readonly root: Path,
    readonly object: ValueMap,
  ) {
    this.identity = identityOf(object);
    this.apiVersion = textOf(object.apiVersion) ?? '';
  }

  get kind(): string {
    return this.identity.kind;
  }

  get name(): string {
    return this.identity.name;
  }

  get namespace(): string {
    return this.identity.namespace;
  }

  get file(): SourceFile {
    return this.document.file;
  }

  at(...path: Path): Value | undefined {
    return valueAt(this.object, path);
  }

  /** Where a value or its key stands in the file; for what is not there, where the next thing around it does. */
  placeOf(path: Path, part: 'key' | 'value'): Place {
    return this.document.placeOf([...this.root, ...path], part);
  }
}
