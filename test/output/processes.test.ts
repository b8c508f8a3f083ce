import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ManifestFiles } from '../../src/output/manifest-files';
import { writeTree } from '../../src/output/tree';
import { filesOf, newFolderForEachTest, put, textsOf } from './trees';

/** Compiled, as a process of its own must start at once; `npm test` compiles it. */
const TREE = join(__dirname, '..', '..', 'lib', 'output', 'tree.js');
const FOREIGN = { 'README.md': 'mine', 'a/kustomization.yaml': 'mine', 'deep/er/note': 'mine' };
/** In each of two folders at once, as most of the time goes into starting a process. */
const KILLS = 15;

const newParent = newFolderForEachTest();
let parent = '';

beforeEach(() => {
  parent = newParent();
});

const putForeign = (folder: string): void => {
  for (const [path, text] of Object.entries(FOREIGN)) put(folder, path, text);
};

const setOf = (number: number): ManifestFiles =>
  filesOf(
    ...[...Array(12).keys()].map(
      (index) => `${index % 2 ? 'a' : `n${number}`}/K.x${number}-${index}.k8s.yaml`,
    ),
  );

/** A process that writes the sets in turn, as often as it is told to, and says when it begins. */
function writer(folder: string, sets: readonly ManifestFiles[], times: number): ChildProcess {
  const script = `const { writeTree } = require(${JSON.stringify(TREE)});
    const sets = ${JSON.stringify(sets.map((files) => [...files]))}.map((files) => new Map(files));
    process.stdout.write('begin');
    for (let time = 0; time < ${times}; time++) writeTree(${JSON.stringify(folder)}, sets[time % sets.length]);`;
  return spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

const expectWhole = (place: string, sets: readonly ManifestFiles[]): void => {
  const texts = textsOf(place);
  const whole = sets.map((files) => ({ ...Object.fromEntries(files), ...FOREIGN }));
  expect(whole).toContainEqual(texts);
};

test('Six at once take turns: one whole set is left, and all that is foreign', async () => {
  const folder = join(parent, 'dist');
  putForeign(folder);
  const sets = [...Array(6).keys()].map(setOf);
  const writers = sets.map((files, index) => writer(folder, [files, sets[(index + 1) % 6]!], 5));
  const codes = await Promise.all(writers.map((child) => once(child, 'exit')));
  expect(codes.map(([code]) => code as unknown)).toEqual(sets.map(() => 0));
  expectWhole(folder, sets);
  expect(readdirSync(parent)).toEqual(['dist']);
});

test('Killed at any moment, it leaves the old tree or the new one, which the next run finds', async () => {
  await Promise.all(['one', 'two'].map((name) => killOften(join(parent, name))));
}, 30_000);

async function killOften(place: string): Promise<void> {
  const folder = join(place, 'dist');
  const sets = [setOf(1), setOf(2)];
  putForeign(folder);
  writeTree(folder, sets[0]!);
  const inode = statSync(join(folder, 'README.md')).ino;
  for (let kill = 0; kill < KILLS; kill++) {
    const child = writer(folder, sets, 1_000_000);
    await once(child.stdout!, 'data');
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 25));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expectWhole(existsSync(folder) ? folder : join(place, '.dist.runner-cache-old'), sets);
  }
  writeTree(folder, setOf(3));
  expectWhole(folder, [setOf(3)]);
  expect(statSync(join(folder, 'README.md')).ino).toBe(inode);
  expect(readdirSync(place)).toEqual(['dist']);
}
