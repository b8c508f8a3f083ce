import { join } from 'node:path';
import { kindAt } from './beside';
import { oursOf } from './generated';
import { sourceOf } from './header';
import type { ManifestFiles } from './manifest-files';
import type { Survey } from './survey';

/** Refuses a folder in which something of others is in our way. */
export function refuse(target: string, survey: Survey, files: ManifestFiles): void {
  for (const path of files.keys()) {
    const found = survey.get(path);
    if (found !== undefined && found.text === undefined) {
      throw new RangeError(
        `Cannot write "${join(target, path)}": somebody else has written it; move it away`,
      );
    }
    const blocked = foldersOf(path).find((folder) => (survey.get(folder)?.kind ?? 'folder') !== 'folder');
    if (blocked !== undefined) {
      throw new RangeError(
        `Cannot write "${join(target, path)}": "${join(target, blocked)}" is no folder; move it away`,
      );
    }
  }
  refuseOtherSource(target, survey, files);
}

/** Refuses names of others that the file system takes for ours, as many do where only the case differs. */
export function refuseTwins(target: string, survey: Survey, files: ManifestFiles): void {
  const ours = [...files.keys()].flatMap((path) => [...foldersOf(path), path]);
  const twin = ours.find((path) => !survey.has(path) && kindAt(join(target, path)) !== undefined);
  if (twin === undefined) return;
  throw new RangeError(
    `Cannot write "${join(target, twin)}": a name that differs in case only is there; move it away`,
  );
}

/**
 * Two configurations would remove each other's manifests; one that was renamed has all the paths it had. They are told
 * apart by the name of the file alone: the header must not change with the folder of a checkout.
 */
function refuseOtherSource(target: string, survey: Survey, files: ManifestFiles): void {
  const ours = oursOf(survey, files);
  if (ours.size === files.size && [...ours.keys()].every((path) => files.has(path))) return;
  const [text] = files.values();
  const source = sourceOf(text ?? '');
  const other = [...ours.values()].map(sourceOf).find((found) => found !== undefined && found !== source);
  if (other === undefined || source === undefined) return;
  throw new RangeError(
    `Cannot write to "${target}": it holds the manifests of ${other}; name another folder with --output, ` +
      `or, if ${other} is now ${source}, remove them first`,
  );
}

/** All folders on the way to a path, outermost first. */
export function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
