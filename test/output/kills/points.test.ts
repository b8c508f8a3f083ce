import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { difference, writeTree } from '../../../src/output/tree';
import { filesOf, newFolderForEachTest } from '../trees';
import { IS_THOROUGH, foreignIn, leftIn, outcomeIn, oursIn, putForeign, tell } from './sandbox';

/** Compiled, as a process of its own must start at once; `npm test` compiles it. */
const TREE = join(__dirname, '..', '..', '..', 'lib', 'output', 'tree.js');
const HOOK = join(__dirname, 'kill-hook.js');
const OLD = filesOf('a/One.x.k8s.yaml', 'a/Two.x.k8s.yaml', 'gone/One.x.k8s.yaml');
const NEXT = filesOf('a/One.x.k8s.yaml', 'a/Three.x.k8s.yaml', 'come/One.x.k8s.yaml');
const AT_ONCE = 4;
/** In `npm test` one point in so many. */
const STRIDE = IS_THOROUGH ? 1 : 4;

const newParent = newFolderForEachTest();

test('Killed at any step of the first write, it leaves nothing, or the whole tree', async () => {
  const outcomes = await killAtEach(
    newParent(),
    (parent) => {
      mkdirSync(parent);
    },
    (parent) => {
      const isThere = existsSync(join(parent, 'dist'));
      if (isThere) expect(oursIn(join(parent, 'dist'))).toEqual(Object.fromEntries(NEXT));
      expect(difference(join(parent, 'dist'), NEXT).added).toHaveLength(isThere ? 0 : NEXT.size);
      expectMended(parent);
      return isThere ? 'new' : 'nothing';
    },
  );
  tell('first write', outcomes);
}, 60_000);

test('Killed at any step of a change, it leaves the old tree or the new one', async () => {
  tell('change', await killAtEach(newParent(), makeOld, judge));
}, 300_000);

test('Killed while it puts right what a kill has left, it still leaves one of both', async () => {
  const first = new Map<string, number>();
  for (const step of IS_THOROUGH ? stepsFrom(1, 1000) : [40]) {
    const parent = join(newParent(), `first-${step}`);
    makeOld(parent);
    if (!(await dies(parent, step))) break;
    if (!first.has(leftIn(parent))) first.set(leftIn(parent), step);
  }
  for (const [left, step] of first) {
    const place = join(newParent(), `second-${step}`);
    mkdirSync(place);
    const copy = (parent: string): void => {
      execFileSync('cp', ['-a', join(newParent(), `first-${step}`), parent]);
    };
    tell(`recovery${left}`, await killAtEach(place, copy, judge));
  }
}, 1_200_000);

function makeOld(parent: string): void {
  const folder = join(parent, 'dist');
  putForeign(folder, 'gone');
  writeTree(folder, OLD);
}

/** Kills a process at each of its steps, each in a folder of its own, until one gets through. */
async function killAtEach(
  place: string,
  make: (parent: string) => void,
  judgeKill: (parent: string, foreign: Record<string, string>) => string,
): Promise<readonly string[]> {
  const outcomes: string[] = [];
  for (let from = 1, isThrough = false; !isThrough; from += AT_ONCE * STRIDE) {
    const kills = stepsFrom(from, AT_ONCE).map(async (step) => {
      const parent = join(place, `step-${step}`);
      make(parent);
      const foreign = foreignIn(standingIn(parent));
      const isDead = await dies(parent, step);
      return isDead ? judgeKill(parent, foreign) : undefined;
    });
    const found = await Promise.all(kills);
    outcomes.push(...found.filter((outcome) => outcome !== undefined));
    isThrough = found.includes(undefined);
  }
  expect(outcomes.length).toBeGreaterThan(10 / STRIDE);
  return outcomes;
}

const stepsFrom = (from: number, count: number): number[] =>
  [...Array(count).keys()].map((index) => from + index * STRIDE);

function standingIn(parent: string): string {
  const places = ['dist', '.dist.runner-cache-old'].map((name) => join(parent, name));
  return places.find((place) => existsSync(place)) ?? parent;
}

/** Whether a process that writes the next tree is killed in this step, or has no so many. */
async function dies(parent: string, step: number): Promise<boolean> {
  const write = 'require(process.argv[1]).writeTree(process.argv[2], new Map(JSON.parse(process.argv[3])))';
  const args = ['--require', HOOK, '-e', write, TREE, join(parent, 'dist'), JSON.stringify([...NEXT])];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, KILL_AT: `${step}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== null) expect(code).toBe(0);
  return child.signalCode === 'SIGKILL';
}

/** What is left is whole; comparing sees it and changes nothing; the next run puts everything right. */
function judge(parent: string, foreign: Record<string, string>): string {
  const outcome = outcomeIn(parent, [OLD, NEXT], foreign);
  const left = leftIn(parent);
  const { added } = difference(join(parent, 'dist'), NEXT);
  expect(added).toHaveLength(outcome === 'new' ? 0 : 2);
  expect([outcomeIn(parent, [OLD, NEXT], foreign), leftIn(parent)]).toEqual([outcome, left]);
  expectMended(parent);
  expect(foreignIn(join(parent, 'dist'))).toEqual(foreign);
  return outcome;
}

function expectMended(parent: string): void {
  writeTree(join(parent, 'dist'), NEXT);
  expect(oursIn(join(parent, 'dist'))).toEqual(Object.fromEntries(NEXT));
  expect(readdirSync(parent)).toEqual(['dist']);
}
