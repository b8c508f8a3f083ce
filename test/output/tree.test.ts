import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { HEADER, type ManifestFiles } from '../../src/output/manifest-files';
import { difference, writeTree } from '../../src/output/tree';

const OURS = `${HEADER} from a test; edits are lost.\n`;
const FILES = filesOf('a/One.k8s.yaml', 'a/Two.k8s.yaml', 'b/One.k8s.yaml');

let parent = '';
let folder = '';

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'runner-cache-tree-'));
  folder = join(parent, 'dist');
});

afterEach(() => {
  rmSync(parent, { recursive: true });
});

test('A new folder gets all files, and nothing stays beside it', () => {
  expect(writeTree(folder, FILES)).toEqual({ added: [...FILES.keys()], changed: [], removed: [] });
  expect(treeOf(folder)).toEqual([...FILES.keys()]);
  expect(readdirSync(parent)).toEqual(['dist']);
});

test('A folder that is current is not touched', () => {
  writeTree(folder, FILES);
  const before = statSync(folder, { bigint: true });
  expect(writeTree(folder, FILES)).toEqual({ added: [], changed: [], removed: [] });
  expect(statSync(folder, { bigint: true })).toMatchObject({ ino: before.ino, mtimeNs: before.mtimeNs });
});

test('What is ours and stale goes, with its folder; what changed is written', () => {
  writeTree(folder, FILES);
  put('a/Two.k8s.yaml', `${OURS}edited\n`);
  const next = filesOf('a/One.k8s.yaml', 'a/Two.k8s.yaml', 'c/One.k8s.yaml');
  const changes = { added: ['c/One.k8s.yaml'], changed: ['a/Two.k8s.yaml'], removed: ['b/One.k8s.yaml'] };
  expect(difference(folder, next)).toEqual(changes);
  expect(writeTree(folder, next)).toEqual(changes);
  expect(treeOf(folder)).toEqual([...next.keys()]);
  expect(existsSync(join(folder, 'b'))).toBe(false);
});

test('What others have put there stays as it is', () => {
  writeTree(folder, FILES);
  put('README.md', 'read me');
  put('b/kustomization.yaml', 'resources: []');
  put('b/Theirs.k8s.yaml', 'kind: Theirs');
  put('bin/run', '#!/bin/sh');
  chmodSync(join(folder, 'bin/run'), 0o755);
  utimesSync(join(folder, 'README.md'), 1_000_000_000, 1_000_000_000);
  mkdirSync(join(folder, 'empty'));
  symlinkSync('../elsewhere', join(folder, 'link'));
  writeTree(folder, filesOf('a/One.k8s.yaml'));
  expect(treeOf(folder)).toEqual([
    'README.md',
    'a/One.k8s.yaml',
    'b/Theirs.k8s.yaml',
    'b/kustomization.yaml',
    'bin/run',
    'link',
  ]);
  expect(readdirSync(join(folder, 'empty'))).toEqual([]);
  expect(readlinkSync(join(folder, 'link'))).toBe('../elsewhere');
  expect(statSync(join(folder, 'bin/run')).mode & 0o777).toBe(0o755);
  expect(statSync(join(folder, 'README.md')).mtimeMs).toBe(1_000_000_000_000);
});

describe('A folder is left alone, whole,', () => {
  const rows: readonly (readonly [string, () => void, RegExp])[] = [
    [
      'where it is a file',
      () => {
        writeFileSync(folder, 'mine');
      },
      /it is no folder; name another one/,
    ],
    [
      'where it is a link',
      () => {
        mkdirSync(join(parent, 'real'));
        symlinkSync('real', folder);
      },
      /it is no folder/,
    ],
    [
      'where it is the top of a checkout',
      () => {
        put('.git/HEAD', 'ref');
      },
      /top of a Git checkout; name a folder below/,
    ],
    [
      'where it is a worktree',
      () => {
        put('.git', 'gitdir: x');
      },
      /top of a Git checkout/,
    ],
    [
      'where a file in our place is not ours',
      () => {
        put('a/One.k8s.yaml', 'kind: Mine');
      },
      /somebody else has written it; move it away/,
    ],
    [
      'where a folder is in our place',
      () => {
        put('a/One.k8s.yaml/x', 'mine');
      },
      /somebody else has written it/,
    ],
  ];
  test.each(rows)('%s', (_, make, message) => {
    make();
    const before = [treeOf(parent), textsOf(parent)];
    expect(() => writeTree(folder, FILES)).toThrow(RangeError);
    expect(() => writeTree(folder, FILES)).toThrow(message);
    expect([treeOf(parent), textsOf(parent)]).toEqual(before);
  });

  test.each([
    ['where the command runs', '.'],
    ['above where it runs', '..'],
    ['at the root', '/'],
  ])('%s', (_, path) => {
    expect(() => writeTree(path, FILES)).toThrow(/^Cannot write to /);
  });
});

test('A kill between the two renames is mended by the next run', () => {
  const old = join(parent, '.dist.runner-cache-old');
  writeTree(old, filesOf('a/Gone.k8s.yaml'));
  writeFileSync(join(old, 'README.md'), 'mine');
  writeTree(folder, FILES);
  expect(treeOf(folder)).toEqual(['README.md', ...FILES.keys()]);
  expect(readdirSync(parent)).toEqual(['dist']);
});

test('A kill after both renames, or while the new tree was written, leaves nothing behind', () => {
  writeTree(folder, FILES);
  mkdirSync(join(parent, '.dist.runner-cache-old'));
  mkdirSync(join(parent, '.dist.runner-cache-new/half'), { recursive: true });
  writeTree(folder, filesOf('a/One.k8s.yaml'));
  expect(readdirSync(parent)).toEqual(['dist']);
  expect(treeOf(folder)).toEqual(['a/One.k8s.yaml']);
});

test('Comparing writes nothing, not even what a kill left to mend', () => {
  mkdirSync(join(parent, '.dist.runner-cache-old'));
  expect(difference(folder, FILES)).toEqual({ added: [...FILES.keys()], changed: [], removed: [] });
  expect(readdirSync(parent)).toEqual(['.dist.runner-cache-old']);
});

function filesOf(...paths: readonly string[]): ManifestFiles {
  return new Map(paths.map((path) => [path, `${OURS}${path}\n`]));
}

function put(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Everything but folders, in order. */
function treeOf(top: string): string[] {
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(top.length + 1))
    .sort();
}

function textsOf(top: string): string[] {
  return treeOf(top)
    .map((path) => join(top, path))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file, 'utf8'));
}
