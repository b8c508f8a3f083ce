import { chmodSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * What may lie beside a target: `new`, the tree in the making; `old`, the one before while the two change places; `gone`,
 * the one before once they have; `lock`, a claim of one process.
 */
const ROLES = ['new', 'old', 'gone', 'lock'] as const;

export type Role = (typeof ROLES)[number];

/** The path of what lies beside a target: in the same folder, as a rename does not cross file systems. */
export function beside(target: string, role: Role): string {
  return join(dirname(target), `.${basename(target)}.runner-cache-${role}`);
}

/** The folder in which something of ours lies beside a target; undefined for a path of anything else. */
export function parentOfBeside(path: string): string | undefined {
  return BESIDE.exec(path)?.[1];
}

const BESIDE = new RegExp(`^(.*)[\\\\/]\\.[^\\\\/]*\\.runner-cache-(?:${ROLES.join('|')})\\b`, 's');

/** What is at a path; a link counts as a link, wherever it leads. */
export function kindAt(path: string): 'folder' | 'link' | 'other' | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (stat.isDirectory()) return 'folder';
  return stat.isSymbolicLink() ? 'link' : 'other';
}

/** Removes a tree, also one with read-only folders in it. */
export function removeTree(path: string): void {
  if (kindAt(path) === 'folder') unlock(path);
  rmSync(path, { recursive: true, force: true });
}

function unlock(folder: string): void {
  if ((lstatSync(folder).mode & 0o700) !== 0o700) chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) unlock(join(folder, entry.name));
  }
}
