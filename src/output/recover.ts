import { lstatSync, readFileSync, readlinkSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { beside, kindAt, removeTree } from './beside';
import { foreignOf } from './foreign';
import type { ManifestFiles } from './manifest-files';
import { survey, type Entry, type Survey } from './survey';

/** The tree of a target: where a kill fell between the two renames, it has its other name. */
export function standing(target: string): Survey {
  const place = [target, beside(target, 'old')].find((path) => kindAt(path) !== undefined);
  return place === undefined ? new Map() : survey(place);
}

/** Mends what a kill has left beside a target; only who has the lock may. */
export function recover(target: string, files: ManifestFiles): void {
  refuseLeftBehind(target, files);
  const old = beside(target, 'old');
  if (kindAt(target) === undefined && kindAt(old) !== undefined) renameSync(old, target);
  for (const role of ['new', 'gone', 'old'] as const) removeTree(beside(target, role));
}

/** After a kill between the renames somebody may have made the folder anew; then only they know what to keep. */
export function refuseLeftBehind(target: string, files: ManifestFiles): void {
  const old = beside(target, 'old');
  if (kindAt(target) === undefined || kindAt(old) === undefined) return;
  const there = survey(target);
  const lost = [...foreignOf(survey(old), files)].find(
    ([path, { kind }]) =>
      there.get(path)?.kind !== kind || !isSame(join(old, path), join(target, path), kind),
  );
  if (lost === undefined) return;
  throw new RangeError(
    `Cannot write to "${target}": a run that was killed left "${join(old, lost[0])}", which differs from ` +
      `what is in "${target}"; move over what you need, then remove "${old}"`,
  );
}

function isSame(one: string, other: string, kind: Entry['kind']): boolean {
  if (kind === 'folder') return true;
  const [a, b] = [lstatSync(one), lstatSync(other)];
  if (a.ino === b.ino && a.dev === b.dev) return true;
  if (kind === 'link') return readlinkSync(one) === readlinkSync(other);
  return kind === 'file' && a.size === b.size && readFileSync(one).equals(readFileSync(other));
}
