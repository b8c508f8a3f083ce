import { lstatSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { here, isAlive, startOf } from './alive';
import { beside, kindAt } from './beside';

/** How long one synth waits for another, which takes a fraction of a second. */
export const PATIENCE_MS = 5000;

const HOUR_MS = 3_600_000;

/**
 * Does something while no other process writes to a target. Each process makes a claim, a file of a name that no other
 * one ever has, and then looks for the claims of others: of two, one at least sees the other. So a claim of the dead can
 * be removed without anybody else's being hit.
 */
export function withLock<T>(target: string, patienceMs: number, action: () => T): T {
  const claim = `${beside(target, 'lock')}-${process.pid}-${startOf(process.pid)}-${here()}`;
  try {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      writeFileSync(claim, '');
      const other = livingClaim(target, claim);
      if (other === undefined) return action();
      rmSync(claim);
      if (Date.now() >= deadline) throw busy(target, other);
      pause();
    }
  } finally {
    rmSync(claim, { force: true });
  }
}

/** Waits until nobody writes to a target, and writes nothing. */
export function waitForWriters(target: string, patienceMs: number): void {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const other = livingClaim(target, undefined);
    if (other === undefined) return;
    if (Date.now() >= deadline) throw busy(target, other);
    pause();
  }
}

/** A claim of somebody else; those of the dead are removed where we have one ourselves. */
function livingClaim(target: string, own: string | undefined): string | undefined {
  const folder = dirname(target);
  if (kindAt(folder) === undefined) return undefined;
  const start = `${basename(beside(target, 'lock'))}-`;
  const claims = readdirSync(folder)
    .filter((name) => name.startsWith(start))
    .map((name) => join(folder, name));
  for (const claim of claims.filter((path) => path !== own)) {
    if (!isDead(claim, basename(claim).slice(start.length))) return claim;
    if (own !== undefined) rmSync(claim, { force: true });
  }
  return undefined;
}

/** Nobody here can say whether a process of another machine lives; but none writes for an hour. */
function isDead(path: string, claim: string): boolean {
  const [, pid, start, place] = /^(\d+)-(\d+)-(.*)$/.exec(claim) ?? [];
  if (pid !== undefined && start !== undefined && place === here()) return !isAlive(Number(pid), start);
  const made = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return Date.now() - made > HOUR_MS;
}

function busy(target: string, claim: string): RangeError {
  return new RangeError(
    `Cannot write to "${target}": another synth is writing to it; if none runs, remove "${claim}"`,
  );
}

/** Not for the same time in each process, or they would meet again. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5 + Math.random() * 45);
}
