import type { Path } from './fault';

/** Keys and tokens stand here, and sometimes in the place of what belongs here: nothing of it is shown. */
export function maySecret(path: Path): boolean {
  return path[0] === 'credentials' || (path[0] === 'runners' && path[2] === 'token');
}
