import type { Release } from '../api/release';
import { manifestsOf } from '../manifests/manifests';
import type { SourceFile } from '../manifests/source';
import { System } from '../system/system';
import { joined, type Trees } from './trees';

/** Both trees with what is the same in both and near to nothing that changes. */
export interface Whole {
  readonly base: System;
  readonly head: System;
}

/** Parsed when somebody first asks: in a large tree it takes longer than all else together. */
export function wholeOf(trees: Trees, head: readonly SourceFile[], kubernetes: Release): () => Whole {
  let known: Whole | undefined;
  return () => (known ??= readAll(trees, head, kubernetes));
}

function readAll({ base, head }: Trees, files: readonly SourceFile[], kubernetes: Release): Whole {
  const read = new Set(head.files.map(({ path }) => path));
  const far = manifestsOf(files.filter(({ path }) => !read.has(path)));
  return {
    base: new System(joined(base, far), kubernetes),
    head: new System(joined(head, far), kubernetes),
  };
}
