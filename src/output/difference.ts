import { oursOf } from './generated';
import type { ManifestFiles } from './manifest-files';
import type { Survey } from './survey';

/** What synth would change in a folder. Empty lists when it is current. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Compares; files that are not ours do not count. */
export function differenceOf(survey: Survey, files: ManifestFiles): Difference {
  const ours = oursOf(survey, files);
  const paths = [...files.keys()];
  return {
    added: paths.filter((path) => !ours.has(path)),
    changed: paths.filter((path) => ours.has(path) && ours.get(path) !== files.get(path)),
    removed: [...ours.keys()].filter((path) => !files.has(path)).sort(),
  };
}

export function isCurrent({ added, changed, removed }: Difference): boolean {
  return added.length + changed.length + removed.length === 0;
}
