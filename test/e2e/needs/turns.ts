import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { untilTrue } from '../cluster/until';

/** Longest that a test file may need, in seconds. */
const SECONDS = 900;
const ALONE = 'alone';

type Act = () => Promise<void>;

/** For the whole test file: `put` and `takeAway` and the tests work beside others, but not beside one that is alone. */
export function besideOthers(put: Act, takeAway: Act): void {
  const mark = markOfFile();
  beforeAll(() => begin(mark), SECONDS * 1000);
  beforeAll(put);
  afterAll(takeAway);
  afterAll(() => {
    end(mark);
  });
}

/**
 * For the whole test file: no other is at work meanwhile, for it measures time, or takes a node away. Only `put` works beside
 * others, so that what the tests need is up when their turn comes.
 */
export function alone(put: Act, takeAway: Act): void {
  const mark = markOfFile();
  beforeAll(() => begin(mark), SECONDS * 1000);
  beforeAll(put);
  beforeAll(
    async () => {
      end(mark);
      await untilTrue('a turn', SECONDS, () => Promise.resolve(claim()));
      await untilTrue('the other test files', SECONDS, () => Promise.resolve(othersAtWork() === 0));
    },
    2 * SECONDS * 1000,
  );
  afterAll(takeAway);
  afterAll(() => {
    rmSync(at(ALONE), { recursive: true });
  });
}

const markOfFile = (): string => `beside-${process.pid}-${Date.now()}`;

async function begin(mark: string): Promise<void> {
  await untilTrue('the cluster', SECONDS, () => Promise.resolve(!existsSync(at(ALONE))));
  writeFileSync(at(mark), '');
}

function end(mark: string): void {
  rmSync(at(mark));
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
