import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { difference, writeTree } from '../../src/output/tree';
import { OURS, filesOf, newDistForEachTest, put as putBelow, textOf, textsOf, treeOf } from './trees';

const FILES = filesOf('a/One.x.k8s.yaml', 'a/Two.x.k8s.yaml', 'b/One.x.k8s.yaml');

const at = newDistForEachTest();

const put = (path: string, text: string): void => {
  putBelow(at.folder, path, text);
};

test('A new folder gets all files, and nothing stays beside it', () => {
  expect(writeTree(at.folder, FILES)).toEqual({ added: [...FILES.keys()], changed: [], removed: [] });
  expect(textsOf(at.folder)).toEqual(Object.fromEntries(FILES));
  expect(readdirSync(at.parent)).toEqual(['dist']);
});

test('A folder that is current is not touched', () => {
  writeTree(at.folder, FILES);
  const before = statSync(at.folder, { bigint: true });
  expect(writeTree(at.folder, FILES)).toEqual({ added: [], changed: [], removed: [] });
  expect(statSync(at.folder, { bigint: true })).toMatchObject({ ino: before.ino, mtimeNs: before.mtimeNs });
});

test('What is ours and stale goes, with its folder; what changed is written', () => {
  writeTree(at.folder, FILES);
  put('a/Two.x.k8s.yaml', `${OURS}edited\n`);
  const next = filesOf('a/One.x.k8s.yaml', 'a/Two.x.k8s.yaml', 'c/One.x.k8s.yaml');
  const changes = {
    added: ['c/One.x.k8s.yaml'],
    changed: ['a/Two.x.k8s.yaml'],
    removed: ['b/One.x.k8s.yaml'],
  };
  expect(difference(at.folder, next)).toEqual(changes);
  expect(writeTree(at.folder, next)).toEqual(changes);
  expect(treeOf(at.folder)).toEqual([...next.keys()]);
  expect(existsSync(join(at.folder, 'b'))).toBe(false);
});

test('What others have put there stays as it is', () => {
  writeTree(at.folder, FILES);
  put('README.md', 'read me');
  put('b/kustomization.yaml', 'resources: []');
  put('b/Theirs.k8s.yaml', 'kind: Theirs');
  put('bin/run', '#!/bin/sh');
  chmodSync(join(at.folder, 'bin/run'), 0o755);
  utimesSync(join(at.folder, 'README.md'), 1_000_000_000, 1_000_000_000);
  mkdirSync(join(at.folder, 'empty'));
  symlinkSync('../elsewhere', join(at.folder, 'link'));
  writeTree(at.folder, filesOf('a/One.x.k8s.yaml'));
  expect(treeOf(at.folder)).toEqual([
    'README.md',
    'a/One.x.k8s.yaml',
    'b/Theirs.k8s.yaml',
    'b/kustomization.yaml',
    'bin/run',
    'link',
  ]);
  expect(readdirSync(join(at.folder, 'empty'))).toEqual([]);
  expect(readlinkSync(join(at.folder, 'link'))).toBe('../elsewhere');
  expect(statSync(join(at.folder, 'bin/run')).mode & 0o777).toBe(0o755);
  expect(statSync(join(at.folder, 'README.md')).mtimeMs).toBe(1_000_000_000_000);
});

test('A copy of a manifest under another name is not ours to remove', () => {
  writeTree(at.folder, FILES);
  const copies = ['a/Copy.x.k8s.yaml', 'backup/a/One.x.k8s.yaml', 'mine.k8s.yaml'];
  for (const path of copies) put(path, textOf('a/One.x.k8s.yaml'));
  expect(difference(at.folder, FILES)).toEqual({ added: [], changed: [], removed: [] });
  writeTree(at.folder, filesOf('b/One.x.k8s.yaml'));
  expect(treeOf(at.folder)).toEqual([...copies, 'b/One.x.k8s.yaml'].sort());
});

test('Links inside of the folder are never followed', () => {
  writeTree(at.folder, FILES);
  putBelow(at.parent, 'elsewhere/c/One.x.k8s.yaml', textOf('c/One.x.k8s.yaml'));
  symlinkSync('../elsewhere/c', join(at.folder, 'c'));
  symlinkSync('.', join(at.folder, 'circle'));
  writeTree(at.folder, filesOf('b/One.x.k8s.yaml'));
  expect(treeOf(at.folder)).toEqual(['b/One.x.k8s.yaml', 'c', 'circle']);
  expect(treeOf(join(at.parent, 'elsewhere'))).toEqual(['c/One.x.k8s.yaml']);
});

test('A configuration may be renamed: with the same paths it is the same folder', () => {
  writeTree(at.folder, FILES);
  const renamed = new Map([...FILES.keys()].map((path) => [path, textOf(path, 'b.yaml')]));
  expect(writeTree(at.folder, renamed).changed).toEqual([...FILES.keys()]);
});
