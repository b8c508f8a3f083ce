import { lstatSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Survey } from './survey';

/** Refuses a mount point, which cannot change places, and one inside: what is mounted there would be copied, then removed. */
export function refuseMounts(target: string, found: Survey): void {
  const points = mountPoints();
  if (points.includes(target)) {
    throw new RangeError(`Cannot write to "${target}": it is a mount point; name a folder below it`);
  }
  const inside = points.find((point) => point.startsWith(`${target}${sep}`)) ?? otherSystem(target, found);
  if (inside === undefined) return;
  throw new RangeError(
    `Cannot write to "${target}": something else is mounted at "${inside}"; name another folder with --output`,
  );
}

/** What Linux says; nothing else tells of a folder or a file that is mounted a second time in its own file system. */
function mountPoints(): readonly string[] {
  try {
    const lines = readFileSync('/proc/self/mountinfo', 'utf8').split('\n');
    return lines.map((line) => unescaped(line.split(' ')[4] ?? ''));
  } catch {
    return [];
  }
}

/** proc(5): white space and backslashes are written as octal numbers. */
function unescaped(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
}

function otherSystem(target: string, found: Survey): string | undefined {
  const folders = [...found].filter(([, { kind }]) => kind === 'folder').map(([path]) => join(target, path));
  return folders.find((folder) => lstatSync(folder).dev !== lstatSync(target).dev);
}
