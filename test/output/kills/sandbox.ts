import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ManifestFiles } from '../../../src/output/manifest-files';
import { count, note } from '../../report/facts';
import { put, textsOf, treeOf } from '../trees';

/** How many kills: a few in `npm test`, in `npm run kills` as many as it says. */
export const KILLS = Number(process.env.RUNNER_CACHE_KILLS ?? 6);

/** From so many on, every step is a kill point, and not one in four. */
export const IS_THOROUGH = KILLS >= 1000;

/** What was found after a kill. */
export type Outcome = 'old' | 'new' | 'between the renames';

/** Files of others: beside ours, hidden, in folders of their own and in one that ours leave. */
const FOREIGN: Readonly<Record<string, string>> = {
  'README.md': 'mine',
  '.hidden': 'mine',
  'bin/run': '#!/bin/sh',
  'theirs/deep/note': 'mine',
  'vendor/.git/HEAD': 'ref: refs/heads/main',
};
const LINK = 'link';

/** Puts the files of others into a folder, some into one of the folders of manifests. */
export function putForeign(folder: string, shared: string): void {
  for (const [path, text] of Object.entries({ ...FOREIGN, [`${shared}/kustomization.yaml`]: 'mine' })) {
    put(folder, path, text);
  }
  chmodSync(join(folder, 'bin/run'), 0o751);
  symlinkSync('../elsewhere', join(folder, LINK));
  mkdirSync(join(folder, 'empty'));
}

/** Everything that is to stay as it is: each file with its inode, mode, time and text. */
export function foreignIn(folder: string): Record<string, string> {
  const paths = treeOf(folder).filter((path) => !path.endsWith('.k8s.yaml'));
  const empty = existsSync(join(folder, 'empty')) ? { empty: 'folder' } : {};
  return { ...empty, ...Object.fromEntries(paths.map((path) => [path, stateOf(join(folder, path))])) };
}

function stateOf(path: string): string {
  const { ino, mode, mtimeMs } = lstatSync(path);
  if (path.endsWith(LINK)) return `${mtimeMs} ${readlinkSync(path)}`;
  return `${ino} ${mode} ${mtimeMs} ${readFileSync(path, 'utf8')}`;
}

/** Says which tree a kill has left, and fails where it is neither the old one nor the new one, or lacks anything. */
export function outcomeIn(
  parent: string,
  [old, next]: readonly [ManifestFiles, ManifestFiles],
  foreign: Readonly<Record<string, string>>,
): Outcome {
  const isThere = existsSync(join(parent, 'dist'));
  const place = join(parent, isThere ? 'dist' : '.dist.runner-cache-old');
  expect(foreignIn(place)).toEqual(foreign);
  const ours = oursIn(place);
  if (isThere && sameTexts(ours, Object.fromEntries(next))) return 'new';
  expect(ours).toEqual(Object.fromEntries(old));
  return isThere ? 'old' : 'between the renames';
}

/** What a kill has left beside the tree, for people: it shows how far the run had come. */
export function leftIn(parent: string): string {
  const roles = readdirSync(parent).flatMap((name) => /runner-cache-(\w+)/.exec(name)?.[1] ?? []);
  return roles.length === 0 ? '' : ` (beside it: ${roles.sort().join(', ')})`;
}

/** The manifests in a folder. */
export function oursIn(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(textsOf(folder)).filter(([path]) => path.endsWith('.k8s.yaml')));
}

function sameTexts(one: Record<string, string>, other: Record<string, string>): boolean {
  const paths = Object.keys(one);
  return paths.length === Object.keys(other).length && paths.every((path) => one[path] === other[path]);
}

/** Tells people what the kills have found; a test that passes says nothing otherwise. */
export function tell(what: string, outcomes: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const told = [...counts].sort().map(([outcome, count]) => `${count} ${outcome}`);
  process.stderr.write(`${[`${what}, ${outcomes.length} kills:`, ...told].join('\n  ')}\n`);
  note(`${what}, killed`, told.join(', '));
  count('kills survived', outcomes.length);
}
