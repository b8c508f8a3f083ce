import type { Manifest } from '../../manifests/manifest';
import type { Change } from '../change';

/** What came and what went; two of them that are alike but for their name are one that was renamed. */
export function pairRenames(removed: readonly Manifest[], added: readonly Manifest[]): readonly Change[] {
  return [
    ...added.map((head): Change => ({ is: 'added', head, fields: [] })),
    ...removed.map((base): Change => ({ is: 'removed', base, fields: [] })),
  ];
}
