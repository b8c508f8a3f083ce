import fs from 'node:fs';
import { join } from 'node:path';
import { difference, writeTree } from '../../src/output/tree';
import { filesOf, newDistForEachTest, put, textsOf, treeOf } from './trees';

jest.mock('node:fs', () => ({ ...jest.requireActual<typeof fs>('node:fs') }));
const actual = jest.requireActual<typeof fs>('node:fs');

const FILES = filesOf('a/One.x.k8s.yaml', 'b/One.x.k8s.yaml');
const NEXT = filesOf('a/One.x.k8s.yaml', 'c/One.x.k8s.yaml');
const OLD = '.dist.runner-cache-old';

const at = newDistForEachTest();

afterEach(() => {
  jest.restoreAllMocks();
});

const fail = (code: string, syscall: string) => (): never => {
  throw Object.assign(new Error(code), { code, syscall });
};

test('Between the two renames, while there is no tree, nothing else is done', () => {
  writeTree(at.folder, FILES);
  put(at.folder, 'b/README.md', 'mine');
  const calls: string[] = [];
  const isCall = (name: string): boolean =>
    name.endsWith('Sync') && typeof actual[name as 'existsSync'] === 'function';
  for (const name of Object.keys(actual).filter(isCall) as 'existsSync'[]) {
    jest.spyOn(fs, name).mockImplementation((...args) => {
      calls.push(name);
      return actual[name](...args);
    });
  }
  writeTree(at.folder, NEXT);
  const first = calls.indexOf('renameSync');
  expect(calls.slice(first, first + 2)).toEqual(['renameSync', 'renameSync']);
});

describe('Whatever fails, the old tree is whole and nothing stays beside it:', () => {
  test.each([
    ['the first rename, at a mount point', 'EBUSY', 'renameSync', 0],
    ['the first rename, in a layer of an image', 'EXDEV', 'renameSync', 0],
    ['the second rename', 'EIO', 'renameSync', 1],
    ['a manifest, on a full disk', 'ENOSPC', 'writeFileSync', 2],
    ['the claim, in a folder that is read-only', 'EROFS', 'writeFileSync', 0],
  ] as const)('%s', (_, code, call, after) => {
    writeTree(at.folder, FILES);
    put(at.folder, 'README.md', 'mine');
    const before = textsOf(at.parent);
    const spy = jest.spyOn(fs, call);
    for (let times = 0; times < after; times++) {
      spy.mockImplementationOnce(actual[call] as (...args: unknown[]) => void);
    }
    spy.mockImplementationOnce(fail(code, call));
    expect(() => writeTree(at.folder, NEXT)).toThrow(code);
    expect(textsOf(at.parent)).toEqual(before);
    expect(fs.readdirSync(at.parent)).toEqual(['dist']);
  });

  test('the second rename, as somebody has made the folder anew: it says where the old tree is', () => {
    writeTree(at.folder, FILES);
    jest
      .spyOn(fs, 'renameSync')
      .mockImplementationOnce(actual.renameSync)
      .mockImplementationOnce((from, to) => {
        put(at.folder, 'theirs', 'theirs');
        actual.renameSync(from, to);
      });
    expect(() => writeTree(at.folder, NEXT)).toThrow(
      /the tree that was there is ".*-old" now: somebody else has just made it anew$/,
    );
    expect(textsOf(join(at.parent, OLD))).toEqual(Object.fromEntries(FILES));
    expect(treeOf(at.folder)).toEqual(['theirs']);
  });
});

test('Where no rename works any more, it says where the old tree is, and why', () => {
  writeTree(at.folder, FILES);
  const rename = jest.spyOn(fs, 'renameSync').mockImplementation(fail('EIO', 'rename'));
  rename.mockImplementationOnce(actual.renameSync);
  expect(() => writeTree(at.folder, NEXT)).toThrow(/is ".*-old" now: EIO; the next synth puts it back$/);
  jest.restoreAllMocks();
  expect(difference(at.folder, FILES)).toEqual({ added: [], changed: [], removed: [] });
  writeTree(at.folder, NEXT);
  expect(fs.readdirSync(at.parent)).toEqual(['dist']);
});

describe('After a kill', () => {
  test('between the renames, the old tree gets its place back, and comparing sees it there', () => {
    const old = join(at.parent, OLD);
    writeTree(old, FILES);
    put(old, 'README.md', 'mine');
    expect(difference(at.folder, FILES)).toEqual({ added: [], changed: [], removed: [] });
    expect(fs.readdirSync(at.parent)).toEqual([OLD]);
    writeTree(at.folder, NEXT);
    expect(treeOf(at.folder)).toEqual(['README.md', ...NEXT.keys()]);
    expect(fs.readdirSync(at.parent)).toEqual(['dist']);
  });

  test('at any other time, what lies beside the tree is removed, also what is read-only', () => {
    writeTree(at.folder, FILES);
    put(at.folder, 'README.md', 'mine');
    for (const role of ['old', 'new', 'gone']) put(at.parent, `.dist.runner-cache-${role}/README.md`, 'mine');
    put(at.parent, '.dist.runner-cache-gone/half/x', 'x');
    fs.chmodSync(join(at.parent, '.dist.runner-cache-gone/half'), 0o555);
    writeTree(at.folder, NEXT);
    expect(fs.readdirSync(at.parent)).toEqual(['dist']);
    expect(treeOf(at.folder)).toEqual(['README.md', ...NEXT.keys()]);
  });

  test.each([
    ['lacks', {}],
    ['has otherwise', { 'README.md': 'theirs' }],
  ])('between the renames, what a folder made anew %s is not removed', (_, files) => {
    put(at.parent, `${OLD}/README.md`, 'mine');
    put(at.folder, 'other', 'theirs');
    for (const [path, text] of Object.entries(files)) put(at.folder, path, text);
    const before = textsOf(at.parent);
    const message =
      /dist": a run that was killed left ".*-old\/README.md", which differs from what is in ".*dist"; move over/;
    expect(() => writeTree(at.folder, FILES)).toThrow(message);
    expect(() => difference(at.folder, FILES)).toThrow(message);
    expect(textsOf(at.parent)).toEqual(before);
  });
});
