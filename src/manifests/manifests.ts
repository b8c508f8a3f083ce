import { Manifest } from './manifest';
import { documentsOf, type SourceDocument, type SourceFault, type SourceFile } from './source';
import { at, isMap, listOf, textOf, type Path, type Value } from './value';

/** A tree of manifests, as Argo CD would take it from a folder. */
export interface Manifests {
  readonly manifests: readonly Manifest[];
  readonly faults: readonly SourceFault[];
  /** All that were read, but for those that say that Argo CD shall skip them. */
  readonly files: readonly SourceFile[];
  /** Documents, and items of a List, that are no Kubernetes objects. */
  readonly strangers: readonly Stranger[];
  /** Paths of what lies beside them and is no manifest by its name. */
  readonly unread: readonly string[];
}

export interface Stranger {
  readonly document: SourceDocument;
  /** Of the item; empty for a whole document. */
  readonly path: Path;
}

/**
 * Reads files as Argo CD does: a file with the comment `+argocd:skip-file-rendering` is left out, a `List` stands for its
 * items. (argo-cd, reposerver/repository/repository.go)
 */
export function manifestsOf(all: readonly SourceFile[], unread: readonly string[] = []): Manifests {
  const files = all.filter(({ text }) => !text.includes('+argocd:skip-file-rendering'));
  const { documents, faults } = documentsOf(files);
  const manifests: Manifest[] = [];
  const strangers: Stranger[] = [];
  for (const document of documents)
    for (const object of objectsIn(document, [], document.value))
      if (object instanceof Manifest) manifests.push(object);
      else strangers.push(object);
  return { manifests, files, faults, strangers, unread };
}

function* objectsIn(document: SourceDocument, root: Path, value: Value): Generator<Manifest | Stranger> {
  const [apiVersion, kind] = [textOf(at(value, 'apiVersion')), textOf(at(value, 'kind'))];
  if (!isMap(value) || apiVersion === undefined || kind === undefined) yield { document, path: root };
  else if (!kind.endsWith('List') || !Array.isArray(value.items)) yield new Manifest(document, root, value);
  else
    for (const [index, item] of listOf(value.items).entries())
      yield* objectsIn(document, [...root, 'items', index], item);
}
