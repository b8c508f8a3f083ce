import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { difference, writeTree } from '../../src/output/tree';
import { filesOf, newDistForEachTest, put, treeOf } from './trees';

jest.mock('node:fs', () => ({ ...jest.requireActual<typeof fs>('node:fs') }));
const actual = jest.requireActual<typeof fs>('node:fs');

/** Compiled, for a process in a namespace of its own, where anybody may mount; `npm test` compiles it. */
const TREE = join(__dirname, '..', '..', 'lib', 'output', 'tree.js');
const FILES = filesOf('a/One.x.k8s.yaml');
const INSIDE =
  /^Cannot write to ".*dist": something else is mounted at ".*dist\/sub"; name another folder with --output$/;
const ITSELF = /^Cannot write to ".*dist": it is a mount point; name a folder below it$/;

const at = newDistForEachTest();

afterEach(() => {
  jest.restoreAllMocks();
});

/** Lets the system say that something is mounted there. */
function sayMounted(place: string): void {
  jest.spyOn(fs, 'readFileSync').mockImplementation((path, options) => {
    if (path !== '/proc/self/mountinfo') return actual.readFileSync(path, options);
    return `22 1 8:1 / / rw - ext4 x rw\n36 22 8:1 /x ${place} rw shared:1 - ext4 /dev/x rw\n`;
  });
}

test.each([
  ['It is a mount point', 'dist', ITSELF],
  ['Something is mounted in it', 'dist/sub', INSIDE],
  ['A file is mounted in it', 'dist/README.md', /is mounted at ".*dist\/README\.md"; name another/],
  ['A path with white space is mounted in it', 'dist/a\\040b\\012c', /is mounted at ".*dist\/a b\nc"; name/],
])('%s: nothing is brought over, and so nothing is removed', (_, place, message) => {
  put(at.folder, 'README.md', 'mine');
  sayMounted(`${at.parent}/${place}`);
  expect(() => writeTree(at.folder, FILES)).toThrow(message);
  expect(treeOf(at.parent)).toEqual(['dist/README.md']);
  expect(difference(at.folder, FILES).added).toEqual([...FILES.keys()]);
});

test.each(['dist-2', 'dis', ''])('What is mounted elsewhere, at %j, does not matter', (place) => {
  put(at.folder, 'README.md', 'mine');
  sayMounted(join(at.parent, place));
  writeTree(at.folder, FILES);
  expect(treeOf(at.parent)).toEqual(['dist/README.md', 'dist/a/One.x.k8s.yaml']);
});

test('A folder of another file system is refused where no system tells of mounts', () => {
  put(at.folder, 'sub/README.md', 'mine');
  sayMounted('/');
  jest.spyOn(fs, 'lstatSync').mockImplementation((path) => {
    const stat = actual.lstatSync(path, { throwIfNoEntry: false });
    if (stat !== undefined && String(path).endsWith('sub')) stat.dev++;
    return stat;
  });
  expect(() => writeTree(at.folder, FILES)).toThrow(INSIDE);
});

const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

(mayMount ? test : test.skip).each([
  ['dist', ITSELF],
  ['dist/sub', INSIDE],
])('A folder that is mounted twice in one file system, as %s, keeps what is in it', (place, message) => {
  put(at.parent, 'source/file', 'theirs');
  fs.mkdirSync(join(at.parent, place), { recursive: true });
  const mount = ['mount', '--bind', join(at.parent, 'source'), join(at.parent, place)];
  const write = `try { require(process.argv[1]).writeTree(process.argv[2], new Map(JSON.parse(process.argv[3]))); }
    catch (error) { process.stdout.write(error.message); }`;
  const { stdout } = spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', `${mount.join(' ')} && exec "$@"`, 'sh', process.execPath, '-e', write].concat([
      TREE,
      at.folder,
      JSON.stringify([...FILES]),
    ]),
    { encoding: 'utf8' },
  );
  expect(stdout).toMatch(message);
  expect(treeOf(at.parent)).toEqual(['source/file']);
});
