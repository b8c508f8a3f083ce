import { READ, SAVE, cacheOf } from './archive';
import type { CiRunner } from './ci-jobs';
import { complaints } from './job-log';

const KEY = 'works';

/** A job saves, one more finds it: what all of this is for. */
export async function expectCache(runner: CiRunner): Promise<void> {
  expect(await complaintsOfSaving(runner)).toEqual([]);
  const job = await runner.run({ script: READ, cache: cacheOf(KEY, 'pull') });
  expect([job.state, complaints(job)]).toEqual(['success', []]);
}

/** What the runner complains about while a job saves. */
export async function complaintsOfSaving(runner: CiRunner): Promise<readonly string[]> {
  const job = await runner.run({ script: SAVE, cache: cacheOf(KEY) });
  expect(job.state).toBe('success');
  return complaints(job, ['save']);
}
