import fs from 'node:fs';
import { join } from 'node:path';
import { HEADER } from '../../src/output/header';
import { writeTree } from '../../src/output/tree';
import { IS_THOROUGH, foreignIn, leftIn, outcomeIn, putForeign } from './kills/sandbox';
import { filesOf, newFolderForEachTest } from './trees';

jest.mock('node:fs', () => ({ ...jest.requireActual<typeof fs>('node:fs') }));
const actual = jest.requireActual<typeof fs>('node:fs');

const OLD = filesOf('a/One.x.k8s.yaml', 'a/Two.x.k8s.yaml', 'gone/One.x.k8s.yaml');
const NEXT = filesOf('a/One.x.k8s.yaml', 'a/Three.x.k8s.yaml', 'come/One.x.k8s.yaml');
const MAKING = ['mkdirSync', 'writeFileSync', 'linkSync', 'symlinkSync', 'renameSync'] as const;
const CHANGING = [...MAKING, 'rmSync', 'chmodSync', 'lutimesSync'] as const;
const ALL = [...CHANGING, 'readdirSync', 'readFileSync'] as const;

/** In `npm test` one step in so many. */
const STRIDE = IS_THOROUGH ? 1 : 3;

const newParent = newFolderForEachTest();

afterEach(() => {
  jest.restoreAllMocks();
});

/** Lets one step fail, or it and all that follow; says how many there were. */
function failAt(step: number, code: string, calls: readonly string[], isForGood: boolean): () => number {
  let steps = 0;
  for (const name of calls as 'existsSync'[]) {
    jest.spyOn(fs, name).mockImplementation((...args) => {
      steps++;
      const [path, text] = args as readonly unknown[] as readonly [string, unknown];
      if (isForGood ? steps < step : steps !== step) return actual[name](...args);
      // A full disk takes a part of a text.
      if (calls === MAKING && typeof text === 'string' && text.startsWith(HEADER)) {
        actual.writeFileSync(path, text.slice(0, 40), { flag: 'wx' });
      }
      throw Object.assign(new Error(code), { code, syscall: name, path });
    });
  }
  return () => steps;
}

describe('Whichever step fails, one tree is whole, what is foreign is there, and the next run goes well:', () => {
  test.each([
    ['the disk is full from there on', 'ENOSPC', MAKING, true],
    ['the disk turns read-only', 'EROFS', CHANGING, true],
    ['the disk fails once', 'EIO', ALL, false],
    ['it may not be touched', 'EACCES', MAKING, false],
  ] as const)('%s', (_, code, calls, isForGood) => {
    for (let step = 1; step <= failOnce(step, code, calls, isForGood); step += STRIDE);
  });
});

/** Says how many steps there were. */
function failOnce(step: number, code: string, calls: readonly string[], isForGood: boolean): number {
  const parent = join(newParent(), `step-${step}`);
  const folder = join(parent, 'dist');
  putForeign(folder, 'gone');
  writeTree(folder, OLD);
  const foreign = foreignIn(folder);
  const steps = failAt(step, code, calls, isForGood);
  let message = '';
  try {
    writeTree(folder, NEXT);
  } catch (error) {
    message = (error as Error).message;
  }
  const count = steps();
  jest.restoreAllMocks();
  const outcome = outcomeIn(parent, [OLD, NEXT], foreign);
  if (step > count) expect([message, outcome]).toEqual(['', 'new']);
  // Where things can still be removed, nothing stays beside the tree.
  if (calls === MAKING && outcome === 'old') expect(leftIn(parent)).toBe('');
  if (outcome !== 'new') expect(message).toContain(code);
  writeTree(folder, NEXT);
  expect(outcomeIn(parent, [OLD, NEXT], foreign)).toBe('new');
  expect(fs.readdirSync(parent)).toEqual(['dist']);
  return count;
}
