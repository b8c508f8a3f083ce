import { count } from '../../report/facts';
import type { JobReport } from '../gitlab/state';
import { READ, SAVE, cacheOf } from './archive';
import type { CiRunner } from './ci-jobs';
import { complaints, said } from './job-log';

/** What a job saves, another one finds, and neither saving nor restoring has anything to complain of. */
export async function expectRoundTrip(runner: CiRunner, key: string): Promise<void> {
  const saved = await runner.run({ script: SAVE, cache: cacheOf(key) });
  expect([saved.state, complaints(saved, ['save'])]).toEqual(['success', []]);
  const restored = await runner.run({ script: READ, cache: cacheOf(key, 'pull') });
  expect([restored.state, complaints(restored)]).toEqual(['success', []]);
  expectFound(restored, said(saved, 'WROTE'));
}

/** A job has found what was saved before; where it has not, that is counted as lost. */
export function expectFound(job: JobReport, content: string | undefined): void {
  const found = said(job, 'FOUND');
  count('objects lost', found === content ? 0 : 1);
  expect(found).toBe(content);
}
