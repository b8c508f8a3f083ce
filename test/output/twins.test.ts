import fs from 'node:fs';
import { join } from 'node:path';
import { difference, writeTree } from '../../src/output/tree';
import { filesOf, newDistForEachTest, put, textsOf } from './trees';

jest.mock('node:fs', () => ({ ...jest.requireActual<typeof fs>('node:fs') }));
const actual = jest.requireActual<typeof fs>('node:fs');

const FILES = filesOf('a/One.x.k8s.yaml');

const at = newDistForEachTest();

afterEach(() => {
  jest.restoreAllMocks();
});

/** Finds one name under another one, as a file system does that takes both for the same. */
function findAs(name: string, other: string): void {
  jest
    .spyOn(fs, 'lstatSync')
    .mockImplementation((path) =>
      actual.lstatSync(String(path).replace(name, other), { throwIfNoEntry: false }),
    );
}

test.each([
  [
    'file',
    'a/one.x.k8s.yaml',
    'a/One.x.k8s.yaml',
    /a\/One.*": a name that differs in case only is there; move/,
  ],
  ['folder', 'A/mine', 'a', /dist\/a": a name that differs in case only is there; move it away$/],
])('A %s of others whose name the file system takes for ours is refused', (_, theirs, ours, message) => {
  put(at.folder, theirs, 'mine');
  findAs(`/dist/${ours}`, `/dist/${theirs.slice(0, ours.length)}`);
  const before = textsOf(at.parent);
  expect(() => writeTree(at.folder, FILES)).toThrow(message);
  expect(() => difference(at.folder, FILES)).toThrow(message);
  expect(textsOf(at.parent)).toEqual(before);
});

test('Nothing is ever written through a second name of a file of others', () => {
  put(at.folder, 'theirs', 'mine');
  jest.spyOn(fs, 'linkSync').mockImplementation((from, to) => {
    put(join(String(to), '..'), 'a/.keep', '');
    actual.linkSync(from, join(String(to), '..', 'a/One.x.k8s.yaml'));
  });
  expect(() => writeTree(at.folder, FILES)).toThrow('EEXIST');
  expect(textsOf(at.parent)).toEqual({ 'dist/theirs': 'mine' });
});
