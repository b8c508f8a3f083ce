import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { writeTree } from '../../src/output/tree';
import { filesOf, newDistForEachTest, put, textsOf } from './trees';

jest.mock('node:fs', () => ({ ...jest.requireActual<typeof fs>('node:fs') }));

const FILES = filesOf('a/One.x.k8s.yaml', 'b/One.x.k8s.yaml');
const FEWER = filesOf('a/One.x.k8s.yaml');

const at = newDistForEachTest();

beforeEach(() => {
  writeTree(at.folder, FILES);
  put(at.folder, 'theirs/file', 'theirs');
  fs.mkdirSync(join(at.folder, 'empty'));
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** Lets the system say that one thing may not be written to. */
function refuseWriting(path: string, code: string): void {
  jest.spyOn(fs, 'accessSync').mockImplementation((asked) => {
    if (asked === join(at.folder, path)) throw Object.assign(new Error(code), { code });
  });
}

test.each([
  ['of somebody else', 'theirs', 'EACCES'],
  ['itself that is of somebody else', '', 'EACCES'],
  ['that is immutable and empty', 'empty', 'EPERM'],
])('A folder %s could be copied but not removed: nothing is changed', (_, path, code) => {
  jest.spyOn(process, 'getuid').mockReturnValue(fs.statSync(at.folder).uid + 1);
  refuseWriting(path, code);
  const before = textsOf(at.parent);
  expect(() => writeTree(at.folder, FEWER)).toThrow(
    `Cannot write to "${at.folder}": "${join(at.folder, path)}" cannot be removed, as it is somebody else's or immutable; move it away`,
  );
  expect(textsOf(at.parent)).toEqual(before);
});

test.each(['theirs/file', 'b/One.x.k8s.yaml'])('An immutable file is refused too: %s', (path) => {
  refuseWriting(path, 'EPERM');
  expect(() => writeTree(at.folder, FEWER)).toThrow(
    /cannot be removed, as it is somebody else's or immutable/,
  );
  expect(textsOf(at.folder)).toHaveProperty([path]);
});

test.each([
  ['file of somebody else', 'theirs/file', 1],
  ['empty folder of somebody else', 'empty', 1],
  ['folder of our own', 'theirs', 0],
])('A %s that is read-only is none of these', (_, path, uid) => {
  jest.spyOn(process, 'getuid').mockReturnValue(fs.statSync(at.folder).uid + uid);
  refuseWriting(path, 'EACCES');
  writeTree(at.folder, FEWER);
  expect(textsOf(at.folder)).toEqual({ ...Object.fromEntries(FEWER), 'theirs/file': 'theirs' });
  expect(fs.readdirSync(at.parent)).toEqual(['dist']);
});

(process.getuid?.() === 0 ? test : test.skip)('What chattr marks is refused for real', () => {
  const file = join(at.folder, 'theirs/file');
  if (spawnSync('chattr', ['+i', file]).status !== 0) return;
  try {
    expect(() => writeTree(at.folder, FEWER)).toThrow(/theirs\/file" cannot be removed, as it is/);
    expect(fs.readdirSync(at.parent)).toEqual(['dist']);
  } finally {
    spawnSync('chattr', ['-i', file]);
  }
});
