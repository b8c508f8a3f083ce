import { readFileSync, statSync } from 'node:fs';
import { hostname } from 'node:os';

/** Where numbers of processes mean the same: the machine, and in Linux the container. */
export function here(): string {
  const container = statSync('/proc/self/ns/pid', { throwIfNoEntry: false })?.ino ?? 0;
  return `${container}-${hostname().replace(/[^\w.-]/g, '_')}`;
}

/** When a process began, in ticks since the machine did: with its number, a name no other process gets. `0` is unknown. */
export function startOf(pid: number): string {
  return fieldsOf(pid)?.[19] ?? '0';
}

/** Whether a process of this machine is still there, and still the one that began then. */
export function isAlive(pid: number, start: string): boolean {
  if (!isNumberInUse(pid)) return false;
  const fields = fieldsOf(pid);
  if (fields === undefined || start === '0') return true;
  // A killed process whose parent does not ask for it keeps its number.
  return fields[0] !== 'Z' && fields[19] === start;
}

function isNumberInUse(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** What Linux says of a process, after its number and its name; proc(5) counts from 1, with those two. */
function fieldsOf(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
