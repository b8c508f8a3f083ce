import type { Definitions } from '../../api/definitions';
import type { Manifest } from '../../manifests/manifest';
import type { Change } from '../change';
import { byKey, type Trees } from '../trees';
import { compare } from './compare';
import { pairRenames } from './renames';

/** What becomes of each object that is not the same in both trees, in the order of the new tree; what goes comes last. */
export function changesOf(trees: Trees, definitions: Definitions): readonly Change[] {
  const [base, head] = [byKey(trees.base.manifests), byKey(trees.head.manifests)];
  const added: Manifest[] = [];
  const changes: Change[] = [];
  for (const [key, manifest] of head) {
    const before = base.get(key);
    if (before === undefined) added.push(manifest);
    else if (before !== manifest)
      changes.push({
        is: 'changed',
        base: before,
        head: manifest,
        fields: compare(before, manifest, definitions),
      });
  }
  const removed = [...base].filter(([key]) => !head.has(key)).map(([, manifest]) => manifest);
  return [...changes, ...pairRenames(removed, added, definitions)];
}
