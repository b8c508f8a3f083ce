import { renameSync } from 'node:fs';
import { beside, kindAt, removeTree } from './beside';

/**
 * Puts the new tree into the place of the old one. Nothing happens between the two renames: for so long, microseconds,
 * there is no tree. Then `catchUp` brings over what came late; if it or the second rename fails, the old tree takes its
 * place again.
 */
export function swap(target: string, catchUp: (old: string) => void): void {
  const next = beside(target, 'new');
  if (kindAt(target) === undefined) {
    renameSync(next, target);
    return;
  }
  const old = beside(target, 'old');
  renameSync(target, old);
  try {
    renameSync(next, target);
  } catch (error) {
    giveBack(old, target);
    throw error;
  }
  try {
    catchUp(old);
  } catch (error) {
    renameSync(target, next);
    giveBack(old, target);
    throw error;
  }
  // Under this name nobody takes it for a tree that a kill has left without its place.
  const gone = beside(target, 'gone');
  renameSync(old, gone);
  removeTree(gone);
}

function giveBack(old: string, target: string): void {
  try {
    renameSync(old, target);
  } catch (error) {
    const reason =
      kindAt(target) === undefined
        ? `${(error as Error).message}; the next synth puts it back`
        : 'somebody else has just made it anew';
    throw new RangeError(`Cannot write to "${target}": the tree that was there is "${old}" now: ${reason}`);
  }
}
