import { at, textOf } from '../../manifests/value';
import type { Container, Workload } from '../../manifests/workload';
import { repositoryIn } from '../../text/image-name';
import { accountOf, boundAccounts } from '../../system/accounts';
import { commandOf } from '../../system/minio-server';
import { rightsMissing, rightsOfAccount } from './access/account-rights';
import type { World } from './risk';

/** Whether a container is a manager of GitLab Runner. */
export function isRunner({ list, name, value }: Container): boolean {
  if (list !== 'containers') return false;
  return name === 'gitlab-runner' || repositoryIn(textOf(value.image) ?? '').endsWith('/gitlab-runner');
}

/**
 * What becomes of the jobs of a manager that is stopped, as the end of a sentence. On SIGTERM, which a pod gets, it ends them; on
 * SIGQUIT it lets them finish. Without its rights it finishes none. (GitLab Runner, docs/commands, signals)
 */
export function jobsOf(manager: Workload, runner: Container, world: World): string {
  return losesJobs(manager, world)
    ? '; running jobs fail, as their manager loses its rights over them'
    : endOf(manager, runner);
}

function endOf({ spec }: Workload, runner: Container): string {
  const grace = spec.terminationGracePeriodSeconds;
  const seconds = typeof grace === 'number' ? grace : GRACE_SECONDS;
  return isPatient(runner)
    ? `; running jobs finish first, and what still runs after ${String(seconds)} seconds is cut`
    : '; running jobs are cut, unless the image itself asks for SIGQUIT';
}

/** Whether it may no longer look after its pods where it has made them; of a binding to a Role that no file has, by the binding alone. */
function losesJobs(manager: Workload, { base, head }: World): boolean {
  const account = accountOf(manager);
  if (base.view(boundAccounts).has(account) && !head.view(boundAccounts).has(account)) return true;
  const ofPods = rightsOfAccount(base, account).filter(
    ({ right }) => right.kind === 'resource' && /^(?:\*|pods(?:\/.+)?)$/.test(right.resource),
  );
  return rightsMissing(head, account, ofPods).length > 0;
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
