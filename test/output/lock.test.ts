import { execFileSync } from 'node:child_process';
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { here, startOf } from '../../src/output/alive';
import { waitForWriters, withLock } from '../../src/output/lock';
import { newFolderForEachTest } from './trees';

const newParent = newFolderForEachTest();
let parent = '';
let target = '';

beforeEach(() => {
  parent = newParent();
  target = join(parent, 'dist');
});

function claim(pid: number, start: string, place: string): string {
  const name = `.dist.runner-cache-lock-${String(pid)}-${start}-${place}`;
  writeFileSync(join(parent, name), '');
  return name;
}

/** The number of a process that has just ended. */
const deadPid = (): number => Number(execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }));

test('The lock is there while something is done, and released whatever comes of it', () => {
  expect(withLock(target, 0, () => readdirSync(parent))).toEqual([
    `.dist.runner-cache-lock-${String(process.pid)}-${startOf(process.pid)}-${here()}`,
  ]);
  const failing = (): never =>
    withLock(target, 0, () => {
      throw new Error('failed');
    });
  expect(failing).toThrow('failed');
  expect(readdirSync(parent)).toEqual([]);
});

test('Who lives keeps the lock, and others are told what to do', () => {
  const name = claim(process.ppid, startOf(process.ppid), here());
  const message = `Cannot write to "${target}": another synth is writing to it; if none runs, remove "${join(parent, name)}"`;
  expect(() => withLock(target, 10, () => 'done')).toThrow(new RangeError(message));
  expect(() => {
    waitForWriters(target, 10);
  }).toThrow(new RangeError(message));
  expect(readdirSync(parent)).toEqual([name]);
});

test.each([
  ['has ended', () => claim(deadPid(), '1', here())],
  ["has another one's number now", () => claim(process.ppid, '1', here())],
  [
    'was on another machine, an hour ago',
    () => {
      utimesSync(join(parent, claim(1, '1', '1-elsewhere')), 1_000_000_000, 1_000_000_000);
    },
  ],
])("A lock of a process that %s is nobody's", (_, leave) => {
  leave();
  waitForWriters(target, 0);
  expect(readdirSync(parent)).toHaveLength(1);
  expect(withLock(target, 0, () => 'done')).toBe('done');
  expect(readdirSync(parent)).toEqual([]);
});

test('Of a process on another machine nobody knows whether it lives', () => {
  claim(deadPid(), '1', '1-elsewhere');
  expect(() => withLock(target, 0, () => 'done')).toThrow(/if none runs, remove/);
});
