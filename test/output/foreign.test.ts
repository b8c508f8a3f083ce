import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { writeTree } from '../../src/output/tree';
import { filesOf, newFolderForEachTest, put, textsOf, treeOf } from './trees';

jest.mock('node:fs', () => ({ ...jest.requireActual<typeof fs>('node:fs') }));
const actual = jest.requireActual<typeof fs>('node:fs');

const FILES = filesOf('a/One.x.k8s.yaml', 'b/One.x.k8s.yaml');
const FEWER = filesOf('a/One.x.k8s.yaml');

const newParent = newFolderForEachTest();
let folder = '';

beforeEach(() => {
  folder = join(newParent(), 'dist');
  writeTree(folder, FILES);
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Lets a link fail as a file system does that makes none. */
function refuseLinks(code: string): void {
  jest.spyOn(fs, 'linkSync').mockImplementation(() => {
    throw Object.assign(new Error(code), { code, syscall: 'link' });
  });
}

test('A foreign file stays the same file, also one that nobody can read or copy', () => {
  put(folder, 'README.md', 'mine');
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  const before = ['README.md', 'pipe'].map((path) => fs.statSync(join(folder, path)).ino);
  writeTree(folder, FEWER);
  expect(['README.md', 'pipe'].map((path) => fs.statSync(join(folder, path)).ino)).toEqual(before);
});

test('Folders that stay keep their mode, and so does the output folder', () => {
  put(folder, 'b/kustomization.yaml', 'mine');
  fs.mkdirSync(join(folder, 'deep/empty'), { recursive: true });
  const modes = { '': 0o750, a: 0o705, b: 0o700, deep: 0o555, 'deep/empty': 0o500 };
  for (const [path, mode] of Object.entries(modes).reverse()) fs.chmodSync(join(folder, path), mode);
  writeTree(folder, FEWER);
  const modeOf = (path: string): number => fs.statSync(join(folder, path)).mode & 0o777;
  expect(Object.fromEntries(Object.keys(modes).map((path) => [path, modeOf(path)]))).toEqual(modes);
});

test.each(['EXDEV', 'EPERM', 'EMLINK'])(
  'Where a file cannot be linked (%s), it is copied with mode and times',
  (code) => {
    put(folder, 'bin/run', '#!/bin/sh');
    fs.chmodSync(join(folder, 'bin/run'), 0o751);
    fs.utimesSync(join(folder, 'bin/run'), 1_000_000_000, 1_000_000_000);
    refuseLinks(code);
    writeTree(folder, FEWER);
    const { mode, mtimeMs } = fs.statSync(join(folder, 'bin/run'));
    expect([mode & 0o777, mtimeMs]).toEqual([0o751, 1_000_000_000_000]);
    expect(textsOf(folder)['bin/run']).toBe('#!/bin/sh');
  },
);

test('What can be neither linked nor copied is a refusal that changes nothing', () => {
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  refuseLinks('EXDEV');
  const before = treeOf(newParent());
  expect(() => writeTree(folder, FEWER)).toThrow(
    /^Cannot keep ".*\/dist\/pipe": it can neither be linked nor copied; move it away$/,
  );
  expect(treeOf(newParent())).toEqual(before);
});

describe('What others do after the new tree was prepared is not lost:', () => {
  /** Does something when the old tree is about to leave its place. */
  function atTheLastMoment(action: () => void): void {
    jest.spyOn(fs, 'renameSync').mockImplementationOnce((from, to) => {
      action();
      actual.renameSync(from, to);
    });
  }

  test('saved, saved anew, changed in place, removed', () => {
    for (const path of ['saved', 'changed', 'removed', 'empty/removed']) put(folder, path, 'old');
    atTheLastMoment(() => {
      put(folder, 'b/new', 'new');
      put(folder, 'saved~', 'new');
      fs.renameSync(join(folder, 'saved~'), join(folder, 'saved'));
      put(folder, 'changed', 'new');
      fs.rmSync(join(folder, 'removed'));
      fs.rmSync(join(folder, 'empty'), { recursive: true });
    });
    writeTree(folder, FEWER);
    expect(textsOf(folder)).toEqual({
      ...Object.fromEntries(FEWER),
      'b/new': 'new',
      saved: 'new',
      changed: 'new',
    });
    expect(fs.readdirSync(folder).sort()).toEqual(['a', 'b', 'changed', 'saved']);
  });

  test('a file that becomes a folder, and a folder that becomes a file', () => {
    put(folder, 'one', 'old');
    put(folder, 'two/x', 'old');
    atTheLastMoment(() => {
      for (const path of ['one', 'two']) fs.rmSync(join(folder, path), { recursive: true });
      put(folder, 'one/x', 'new');
      put(folder, 'two', 'new');
    });
    writeTree(folder, FEWER);
    expect(textsOf(folder)).toEqual({ ...Object.fromEntries(FEWER), 'one/x': 'new', two: 'new' });
  });

  test('a file in our place: the old tree comes back', () => {
    const more = new Map([...FILES, ...filesOf('c/One.x.k8s.yaml')]);
    atTheLastMoment(() => {
      put(folder, 'c/One.x.k8s.yaml', 'mine');
    });
    expect(() => writeTree(folder, more)).toThrow(
      /dist\/c\/One.*somebody else has written it; move it away$/,
    );
    expect(textsOf(folder)).toEqual({ ...Object.fromEntries(FILES), 'c/One.x.k8s.yaml': 'mine' });
    expect(fs.readdirSync(newParent())).toEqual(['dist']);
  });
});
