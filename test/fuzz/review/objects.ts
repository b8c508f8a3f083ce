import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestsOf } from '../../../src/manifests/manifests';
import type { SourceFile } from '../../../src/manifests/source';
import type { ValueMap } from '../../../src/manifests/value';
import { readCases } from '../../review/case';

const ROOT = join(__dirname, '..', '..', '..');

/** The manifests of each example, and those of this repository. */
export const TREES: readonly (readonly [string, readonly ValueMap[]])[] = [
  'dist',
  ...readdirSync(join(ROOT, 'examples')).map((name) => join('examples', name)),
]
  .map((folder) => [folder, objectsIn(filesBelow(folder))] as const)
  .filter(([, objects]) => objects.length > 0);

/** All of them, and both sides of each change of the corpus. */
export const OBJECTS: readonly ValueMap[] = [
  ...TREES.flatMap(([, objects]) => objects),
  ...readCases().flatMap(({ base, head }) => [...objectsIn(base), ...objectsIn(head)]),
];

function filesBelow(folder: string): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.k8s.yaml'))
    .map((path) => ({ path, text: readFileSync(join(ROOT, folder, path), 'utf8') }));
}

function objectsIn(files: readonly SourceFile[]): readonly ValueMap[] {
  return manifestsOf(files).manifests.map(({ object }) => object);
}
