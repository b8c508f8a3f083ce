import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { filesOf, newFolderForEachTest } from '../output/trees';

/** Compiled, for a process in a namespace of its own, where anybody may mount; `npm test` compiles it. */
const LIB = join(__dirname, '..', '..', 'lib');
const OLD = filesOf('a/One.x.k8s.yaml', 'b/One.x.k8s.yaml');
const NEXT = filesOf(...[...Array(40).keys()].map((index) => `a/K.x${index}.k8s.yaml`));

/** Writes one tree, spoils the disk, writes the next one; says what came of it. */
const SCRIPT = `
  const [lib, disk, target, spoil, old, next] = process.argv.slice(1);
  const { writeTree, difference } = require(lib + '/output/tree.js');
  const { explain } = require(lib + '/commands/explain.js');
  const files = (text) => new Map(JSON.parse(text));
  let told = '';
  require('node:fs').writeFileSync(disk + '/README.md', 'mine');
  writeTree(disk + '/dist', files(old));
  require('node:child_process').execSync(spoil, { cwd: disk, stdio: 'ignore' });
  try { writeTree(disk + '/' + target, files(next)); } catch (error) { told = explain(error); }
  const left = require('node:fs').readdirSync(disk).filter((name) => name !== 'filler');
  process.stdout.write(JSON.stringify({ told, left, difference: difference(disk + '/dist', files(old)) }));`;

const newParent = newFolderForEachTest();
const mayMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;
const FULL = 'head -c 1m /dev/zero > filler || true';

(mayMount ? test : test.skip).each([
  ['read-only', 'size=1m', 'mount -o remount,ro "$PWD"', 'dist', 'the file system is read-only; synth makes'],
  ['read-only', 'size=1m', 'mount -o remount,ro "$PWD"', 'deep/er/dist', 'the file system is read-only\n'],
  [
    'full',
    'size=200k',
    FULL,
    'dist',
    'the disk is full; synth makes the new tree there, beside the old one\n',
  ],
  ['out of inodes', 'nr_inodes=20', 'true', 'dist', 'the disk is full; synth makes the new tree there'],
])('On a real disk that is %s the old tree stays, and it says so', (_, size, spoil, target, message) => {
  const disk = newParent();
  const args = [LIB, disk, target, spoil, JSON.stringify([...OLD]), JSON.stringify([...NEXT])];
  const mounted = `mount -t tmpfs -o ${size} none '${disk}' && exec "$@"`;
  const { stdout, stderr } = spawnSync(
    'unshare',
    ['-rm', 'sh', '-c', mounted, 'sh', process.execPath, '-e', SCRIPT, ...args],
    { encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const { told, ...rest } = JSON.parse(stdout) as { told: { err: string; code: number } };
  expect(told.err).toContain(message);
  expect(told).toMatchObject({ out: '', code: 1 });
  expect(rest).toEqual({ left: ['README.md', 'dist'], difference: { added: [], changed: [], removed: [] } });
});
