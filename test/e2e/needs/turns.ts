import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { untilTrue } from '../cluster/until';

/** Longest that a test file may need, in seconds. */
const SECONDS = 900;
const ALONE = 'alone';

/** For the whole test file, around the hooks of `put`: it works beside others, but not beside one that is alone. */
export function besideOthers(put: () => void): void {
  const mark = `beside-${process.pid}-${Date.now()}`;
  beforeAll(async () => {
    await untilTrue('the cluster', SECONDS, () => Promise.resolve(!existsSync(at(ALONE))));
    writeFileSync(at(mark), '');
  }, SECONDS * 1000);
  put();
  afterAll(() => {
    rmSync(at(mark));
  });
}

/** For the whole test file, around the hooks of `put`: no other has anything on the cluster meanwhile. It measures time, or takes a node away. */
export function alone(put: () => void): void {
  beforeAll(
    async () => {
      await untilTrue('a turn', SECONDS, () => Promise.resolve(claim()));
      await untilTrue('the other test files', SECONDS, () => Promise.resolve(othersAtWork() === 0));
    },
    2 * SECONDS * 1000,
  );
  put();
  afterAll(() => {
    rmSync(at(ALONE), { recursive: true });
  });
}

function claim(): boolean {
  try {
    mkdirSync(at(ALONE));
    return true;
  } catch {
    return false;
  }
}

const othersAtWork = (): number => readdirSync(at('')).filter((name) => name.startsWith('beside-')).length;

/** A folder of the run, which all test files see. */
function at(name: string): string {
  const { E2E_TURNS: folder } = process.env;
  if (folder === undefined) throw new Error('Cannot wait for a turn: start the suite by `npm run e2e`');
  return join(folder, name);
}
