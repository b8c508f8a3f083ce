import { Manifest } from './manifest';
import { documentsOf, type SourceDocument, type SourceFault, type SourceFile } from './source';
import { at, isMap, listOf, textOf, type Path, type Value } from './value';

/** A tree of manifests, as Argo CD would take it from a folder. */
export interface Manifests {
  readonly manifests: readonly Manifest[];
  readonly faults: readonly SourceFault[];
  /** Documents that are no Kubernetes objects; Argo CD passes over them, or stops at them, by file type. */
  readonly strangers: readonly SourceDocument[];
}

/**
 * Reads files as Argo CD does: a file with the comment `+argocd:skip-file-rendering` is left out, a `List` stands for its
 * items. (argo-cd, reposerver/repository/repository.go)
 */
export function manifestsOf(files: readonly SourceFile[]): Manifests {
  const manifests: Manifest[] = [];
  const faults: SourceFault[] = [];
  const strangers: SourceDocument[] = [];
  for (const file of files.filter(({ text }) => !text.includes('+argocd:skip-file-rendering'))) {
    const read = documentsOf(file);
    faults.push(...read.faults);
    for (const document of read.documents) {
      const objects = [...objectsIn(document, [], document.value)];
      if (objects.length === 0) strangers.push(document);
      manifests.push(...objects);
    }
  }
  return { manifests, faults, strangers };
}

function* objectsIn(document: SourceDocument, root: Path, value: Value): Generator<Manifest> {
  const [apiVersion, kind] = [textOf(at(value, 'apiVersion')), textOf(at(value, 'kind'))];
  if (!isMap(value) || apiVersion === undefined || kind === undefined) return;
  if (!kind.endsWith('List') || !Array.isArray(value.items)) yield new Manifest(document, root, value);
  else
    for (const [index, item] of listOf(value.items).entries())
      yield* objectsIn(document, [...root, 'items', index], item);
}
