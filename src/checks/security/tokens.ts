import type { Workload } from '../../manifests/workload';
import type { Check } from '../check';
import type { System } from '../../system/system';
import { accountName, accountOf, boundAccounts } from '../../system/accounts';

export const TOKEN_CHECKS: readonly Check[] = [
  {
    id: 'service-account-token',
    severity: 'warning',
    rule: 'A token of the API is mounted only where something uses it',
    why: 'Kubernetes mounts one unless told otherwise. Who breaks into the pod speaks to the API with it.',
    source: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
    find: (system) =>
      system.workloads
        .filter((workload) => isMountedInVain(workload, system))
        .map(({ manifest, specPath }) => ({
          spot: { manifest, path: [...specPath, 'automountServiceAccountToken'] },
          message:
            'A token of the Kubernetes API is mounted here, and nothing in these files grants it a right',
          remedy: 'set "automountServiceAccountToken" of the pod to false',
        })),
  },
  {
    id: 'service-account-token-for-ever',
    severity: 'warning',
    rule: 'No Secret asks for a token that never ends',
    why: 'Such a token holds until somebody deletes the Secret, wherever a copy of it went.',
    source: 'https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets',
    find: (system) =>
      system
        .ofKind('', 'Secret')
        .filter((secret) => secret.at('type') === 'kubernetes.io/service-account-token')
        .map((manifest) => ({
          spot: { manifest, path: ['type'] },
          message: 'This makes a token of the Kubernetes API that never ends',
          remedy: 'remove the Secret and mount a projected token, which the kubelet renews',
        })),
  },
];

/** Of an account that is in no file nobody knows its rights; who says `true` means it. */
function isMountedInVain(workload: Workload, system: System): boolean {
  const { manifest, spec } = workload;
  if (typeof spec.automountServiceAccountToken === 'boolean') return false;
  const name = accountName(workload);
  const account = system.tryFind('', 'ServiceAccount', manifest.namespace, name);
  if (account === undefined && name !== 'default') return false;
  if (typeof account?.at('automountServiceAccountToken') === 'boolean') return false;
  return !system.view(boundAccounts).has(accountOf(workload));
}
