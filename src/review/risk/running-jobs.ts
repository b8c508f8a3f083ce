import { at, textOf } from '../../manifests/value';
import type { Container, Workload } from '../../manifests/workload';
import { repositoryIn } from '../../text/image-name';
import { accountOf, boundAccounts } from '../../system/accounts';
import { commandOf } from '../../system/minio-server';
import type { World } from './risk';

/** Whether a container is a manager of GitLab Runner. */
export function isRunner({ list, name, value }: Container): boolean {
  if (list !== 'containers') return false;
  return name === 'gitlab-runner' || repositoryIn(textOf(value.image) ?? '').endsWith('/gitlab-runner');
}

/**
 * What becomes of the jobs of a manager that is stopped, as the end of a sentence. On SIGTERM, which a pod gets, it ends them; on
 * SIGQUIT it lets them finish. (GitLab Runner, docs/commands, signals)
 */
export function jobsOf({ spec }: Workload, runner: Container): string {
  const grace = spec.terminationGracePeriodSeconds;
  const seconds = typeof grace === 'number' ? grace : GRACE_SECONDS;
  return isPatient(runner)
    ? `; running jobs finish first, and what still runs after ${String(seconds)} seconds is cut`
    : '; running jobs are cut, unless the image itself asks for SIGQUIT';
}

/** The same where the manager itself goes: without its rights it finishes none. */
export function jobsOfGone(manager: Workload, runner: Container, { base, head }: World): string {
  const account = accountOf(manager);
  const keepsRights = boundAccounts(head).has(account) || !boundAccounts(base).has(account);
  return keepsRights
    ? jobsOf(manager, runner)
    : '; running jobs fail, as the rights of their manager go with it';
}

/** Of a pod that says none. */
const GRACE_SECONDS = 30;

function isPatient({ value }: Container): boolean {
  const before = JSON.stringify(at(value, 'lifecycle', 'preStop') ?? null);
  const isRewritten = /dumb-init\b.*(?:--rewrite|-r)[= ]*(?:15|SIGTERM):(?:3|SIGQUIT)\b/.test(
    commandOf(value),
  );
  return isRewritten || at(value, 'lifecycle', 'stopSignal') === 'SIGQUIT' || /QUIT\b|-3\b/.test(before);
}
