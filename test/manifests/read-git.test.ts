import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commitOf, gitFolder, mergeBase, readGitFolder } from '../../src/manifests/read-git';

const before = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'read-git-'));
const git = (...args: readonly string[]): void => {
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
    cwd: folder,
    stdio: 'ignore',
  });
};
const write = (path: string, text: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeAll(() => {
  git('init', '-b', 'main');
  write('dist/a.yaml', 'a: "ä"\n');
  write('dist/sub/b.json', '{}');
  write('dist/c.txt', 'no manifest');
  write('empty.yaml', '');
  symlinkSync('a.yaml', join(folder, 'dist/link.yaml'));
  git('add', '.');
  git('commit', '-m', 'first');
  git('checkout', '-b', 'branch');
  write('dist/a.yaml', 'a: changed\n');
  git('commit', '-am', 'second');
  git('checkout', 'main');
  write('dist/d.yaml', 'd: 1\n');
  git('add', '.');
  git('commit', '-m', 'third');
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

test.each([
  ['git:main:dist', { ref: 'main', path: 'dist' }],
  ['git:origin/main:./dist/', { ref: 'origin/main', path: 'dist' }],
  ['git:HEAD~1', { ref: 'HEAD~1', path: '' }],
  ['git:', undefined],
  ['dist', undefined],
])('%s', (text, expected) => {
  expect(gitFolder(text)).toEqual(expected);
});

test('the manifests of a commit are read without a checkout', () => {
  expect(readGitFolder(commitOf('branch'), 'dist')).toEqual([
    { path: 'a.yaml', text: 'a: changed\n' },
    { path: 'sub/b.json', text: '{}' },
  ]);
  expect(readGitFolder(commitOf('main'), '').map(({ path }) => path)).toEqual([
    'dist/a.yaml',
    'dist/d.yaml',
    'dist/sub/b.json',
    'empty.yaml',
  ]);
});

test('where two branches parted, what was merged since then is not there', () => {
  const parted = mergeBase(commitOf('main'), commitOf('branch'));
  expect(readGitFolder(parted, 'dist').map(({ path, text }) => [path, text])).toContainEqual([
    'a.yaml',
    'a: "ä"\n',
  ]);
  expect(readGitFolder(parted, 'dist')).toHaveLength(2);
});

test.each([
  [() => commitOf('nowhere'), /^Cannot find "nowhere": name a branch/],
  [() => commitOf('--help'), /^Cannot find "--help": /],
  [() => readGitFolder(commitOf('main'), 'nowhere'), /^Cannot read "nowhere" of .*; name a folder/],
])('what is not there is told with what would do', (act, message) => {
  expect(act).toThrow(RangeError);
  expect(act).toThrow(message);
});

test('a shallow clone says how to get the commits that are missing', () => {
  const shallow = mkdtempSync(join(tmpdir(), 'read-git-shallow-'));
  git('clone', '--depth=1', '--no-single-branch', `file://${folder}`, shallow);
  process.chdir(shallow);
  try {
    expect(() => mergeBase('origin/main', 'origin/branch')).toThrow(
      'Cannot find where "origin/main" and "origin/branch" parted: this clone has only the last commits; get all with "git fetch --unshallow", or in CI with "GIT_DEPTH: 0" (GitLab) or "fetch-depth: 0" (GitHub)',
    );
    execFileSync('git', ['fetch', '--unshallow'], { stdio: 'ignore' });
    expect(mergeBase('origin/main', 'origin/branch')).toBe(commitOf('origin/main~1'));
  } finally {
    process.chdir(folder);
    rmSync(shallow, { recursive: true });
  }
});

test('branches that have nothing in common say what to use instead', () => {
  git('checkout', '--orphan', 'other');
  git('commit', '--allow-empty', '-m', 'other');
  git('checkout', '-f', 'main');
  expect(() => mergeBase('main', 'other')).toThrow(
    'Cannot find where "main" and "other" parted: they have no commit in common; take the base as it is with --no-merge-base',
  );
});
