import { objectName } from '../../manifests/identity';
import { OTHERWISE } from '../risk/otherwise';
import type { Verdict } from '../risk/risk';

/**
 * What a verdict is about, and what becomes of it: `Deployment/minio/minio`, `Secret/minio/one → two`, `Role/jobs/runner (new)`,
 * `Role/jobs/runner (removed)`. A row that says nothing else says it itself, and so does what is worse than routine of what goes.
 */
export function nameOf({ change: { is, base, head }, risk }: Verdict): string {
  const name = objectName((base ?? head).identity);
  if (is === 'renamed') return `${name} → ${head.name}`;
  if (is === 'changed' || OTHERWISE.includes(risk)) return name;
  if (is === 'added') return `${name} (new)`;
  return risk.class === 'ROUTINE' ? `${name} (removed)` : name;
}
