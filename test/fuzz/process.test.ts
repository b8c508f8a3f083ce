import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { folderWith, run } from '../commands/run';
import { DAMAGES, dice } from './damage';
import { STACK_TRACE } from './refused';
import { PATIENCE_MS, runs } from './runs';
import { written } from './valid-arbitrary';

/** Of each kind: a process takes as long as twenty cases. */
const SHARE = 0.0002;
const AT_ONCE = 2;

const { numRuns, seed } = runs(SHARE);
const CASES = Object.entries(DAMAGES).flatMap(([kind, damage]) =>
  fc
    .sample(fc.tuple(written, fc.nat()), { numRuns: Math.min(numRuns, 20), seed })
    .map(([{ text }, sides]) => ({ kind, content: damage(text, dice(sides)) })),
);

test(
  'The command itself refuses what is damaged, or writes it whole; it never ends in a stack trace',
  async () => {
    const folders = Array.from({ length: AT_ONCE }, () => folderWith({}));
    const found = await Promise.all(
      folders.map(async (folder, worker) => {
        const wrong: string[] = [];
        for (const { kind, content } of CASES.filter((_, index) => index % AT_ONCE === worker)) {
          wrong.push(...(await wrongWithProcess(folder, content)).map((what) => `${kind}: ${what}`));
        }
        return wrong;
      }),
    );
    for (const folder of folders) rmSync(folder, { recursive: true });
    expect(found.flat()).toEqual([]);
  },
  PATIENCE_MS,
);

async function wrongWithProcess(folder: string, content: string | Uint8Array): Promise<readonly string[]> {
  writeFileSync(join(folder, 'runner-cache.yaml'), content);
  const { code, out, err } = await run(folder, ['synth', '-c', 'runner-cache.yaml', '-o', 'out']);
  const made = existsSync(join(folder, 'out')) ? readdirSync(join(folder, 'out')) : [];
  const places = err.split('\n').filter((line) => /^runner-cache\.yaml:[1-9]\d*:[1-9]\d* {2,}\S/.test(line));
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  const isRefused = code === 1 && made.length === 0 && out === '' && places.length > 0;
  const isWritten = code === 0 && made.includes('00-namespaces') && out !== '';
  return [
    ...(isRefused || isWritten ? [] : [`code ${code}, ${made.length} folders, ${err.slice(0, 500)}`]),
    ...(places.length === err.split('\n').length - 1
      ? []
      : [`more than faults is told: ${err.slice(0, 500)}`]),
    ...(STACK_TRACE.test(err) ? [`a stack trace is told: ${err.slice(0, 500)}`] : []),
    ...(readdirSync(folder).length === 1 ? [] : [`something is left: ${readdirSync(folder).join(', ')}`]),
  ];
}
