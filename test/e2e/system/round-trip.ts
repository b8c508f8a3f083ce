import { READ, SAVE, cacheOf } from './archive';
import type { CiRunner } from './ci-jobs';
import { complaints, said } from './job-log';

/** What a job saves, another one finds, and neither saving nor restoring has anything to complain of. */
export async function expectRoundTrip(runner: CiRunner, key: string): Promise<void> {
  const saved = await runner.run({ script: SAVE, cache: cacheOf(key) });
  expect([saved.state, complaints(saved, ['save'])]).toEqual(['success', []]);
  const restored = await runner.run({ script: READ, cache: cacheOf(key, 'pull') });
  expect([restored.state, complaints(restored)]).toEqual(['success', []]);
  expect(said(restored, 'FOUND')).toBe(said(saved, 'WROTE'));
}
