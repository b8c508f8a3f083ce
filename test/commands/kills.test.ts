import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { ManifestFiles } from '../../src/output/manifest-files';
import { writeTree } from '../../src/output/tree';
import { KILLS, foreignIn, leftIn, outcomeIn, oursIn, putForeign, tell } from '../output/kills/sandbox';
import { CLI, folderWith, run } from './run';

const PLAIN = 'gitlab:\n  url: https://gitlab.example.com\ncache:\n  bucket: my-gitlab-runner-cache\n';
/** Trees that differ in files and folders that are added, removed and changed. */
const CONFIGURATIONS: Readonly<Record<string, string>> = {
  a: PLAIN,
  b: `${PLAIN.replace('my-', 'your-')}runners: [{}, { name: b }]\n`,
  c: `${PLAIN}store:\n  storage: { kind: volume, size: 50Gi }\nrunners: [{ name: c }]\n`,
};
const CHAINS = 3;
/** Most kills are to fall while something is written: after the command has made its claim. */
const SHARE_OF_WRITING = 0.8;

interface Times {
  /** From the start of the command to its end. */
  readonly life: number;
  /** From its claim to its end. */
  readonly writing: number;
}

/** Before the first command has shown how long it takes. */
const NEVER: Times = { life: 1e9, writing: 1e9 };

let top = '';
let sets: readonly ManifestFiles[] = [];

beforeAll(async () => {
  const files = Object.entries(CONFIGURATIONS).map(([name, text]) => [`${name}/runner-cache.yaml`, text]);
  top = folderWith(Object.fromEntries(files) as Record<string, string>);
  const names = Object.keys(CONFIGURATIONS);
  for (const name of names) expect(await synth(name, `whole-${name}`)).toMatchObject({ code: 0, err: '' });
  sets = names.map((name) => new Map(Object.entries(oursIn(join(top, `whole-${name}`)))));
}, 60_000);

afterAll(() => {
  rmSync(top, { recursive: true });
});

test(
  'Killed at any moment of its life, the command leaves the old tree or the new one, and all that is foreign',
  async () => {
    const chains = [...Array(CHAINS).keys()].map((index) => killInTurn(`chain-${index}`));
    const outcomes = (await Promise.all(chains)).flat();
    tell('synth', outcomes);
    expect(outcomes.length).toBeGreaterThanOrEqual(KILLS);
  },
  10_000 + KILLS * 10_000,
);

/** One kill after the other; after each the next run puts right what it has left. */
async function killInTurn(chain: string): Promise<readonly string[]> {
  const parent = join(top, chain);
  const folder = join(parent, 'dist');
  mkdirSync(parent);
  putForeign(folder, 'minio');
  writeTree(folder, sets[0]!);
  const foreign = foreignIn(folder);
  const outcomes: string[] = [];
  let times = NEVER;
  for (let turn = 1; outcomes.length < KILLS / CHAINS; turn++) {
    const [from, to] = [sets[(turn - 1) % sets.length]!, sets[turn % sets.length]!];
    const name = Object.keys(CONFIGURATIONS)[turn % sets.length]!;
    const finished = await startAndKill(name, parent, times);
    if (finished === undefined) outcomes.push(`${outcomeIn(parent, [from, to], foreign)}${leftIn(parent)}`);
    else times = finished;
    // Every tenth time by a command of its own: it takes a hundred times as long.
    if (turn % 10 === 1) expect(await synth(name, folder)).toMatchObject({ code: 0, err: '' });
    else writeTree(folder, to);
    expect(outcomeIn(parent, [to, to], foreign)).toBe('new');
    expect(readdirSync(parent)).toEqual(['dist']);
  }
  return outcomes;
}

/** Undefined where the kill came in time; how long the command took where it did not. */
async function startAndKill(name: string, parent: string, times: Times): Promise<Times | undefined> {
  const start = performance.now();
  let claimed = start;
  const child = spawn(process.execPath, [CLI, 'synth', '-c', configOf(name), '-o', join(parent, 'dist')], {
    stdio: 'ignore',
  });
  const killIn = (milliseconds: number): NodeJS.Timeout =>
    setTimeout(() => child.kill('SIGKILL'), Math.random() * 1.2 * milliseconds);
  const isWriting = Math.random() < SHARE_OF_WRITING;
  const timers = isWriting ? [] : [killIn(times.life)];
  const watcher = watch(parent, (_, file) => {
    if (file?.includes('-lock-') !== true || claimed !== start) return;
    claimed = performance.now();
    if (isWriting) timers.push(killIn(times.writing));
  });
  await once(child, 'exit');
  watcher.close();
  timers.forEach(clearTimeout);
  const now = performance.now();
  return child.signalCode === 'SIGKILL' ? undefined : { life: now - start, writing: now - claimed };
}

const configOf = (name: string): string => join(top, name, 'runner-cache.yaml');
const synth = (name: string, folder: string): ReturnType<typeof run> =>
  run(top, ['synth', '-c', configOf(name), '-o', folder]);
