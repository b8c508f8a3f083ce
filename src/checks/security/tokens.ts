import { groupBy } from '../../manifests/groups';
import type { Manifest } from '../../manifests/manifest';
import type { Workload } from '../../manifests/workload';
import type { Check } from '../check';
import type { System } from '../../system/system';
import { accountName, accountOf, boundAccounts } from '../../system/accounts';

const SOURCE = 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/';

export const TOKEN_CHECKS: readonly Check[] = [
  {
    id: 'service-account-token',
    severity: 'warning',
    rule: 'A token of the API is mounted only where something uses it',
    why: 'Kubernetes mounts one unless told otherwise. Who breaks into the pod speaks to the API with it.',
    source: SOURCE,
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
    id: 'account-token',
    severity: 'note',
    rule: 'A ServiceAccount without rights has its token mounted nowhere unasked',
    why: 'Each pod that names it later gets a token of the API, and who breaks into the pod has it.',
    source: SOURCE,
    find: (system) =>
      system
        .ofKind('', 'ServiceAccount')
        .filter((account) => mountsUnasked(account, system))
        .map((manifest) => ({
          spot: { manifest, path: ['automountServiceAccountToken'] },
          message: `Pods of ServiceAccount "${manifest.name}" get a token of the Kubernetes API, and nothing in these files grants it a right`,
          remedy:
            'set "automountServiceAccountToken" of the ServiceAccount to false; a pod that needs a token can ask for it',
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
  return !hasRights(manifest.namespace, name, system);
}

/** Where the pods say it themselves, the account's word is not asked; where it is unsaid, its pods are told. */
function mountsUnasked(account: Manifest, system: System): boolean {
  const { namespace, name } = account;
  const said = account.at('automountServiceAccountToken');
  if (said === false || hasRights(namespace, name, system)) return false;
  const pods = system.view(podsByAccount).get(`${namespace}/${name}`) ?? [];
  return (
    pods.length === 0 ||
    (said === true && pods.some(({ spec }) => typeof spec.automountServiceAccountToken !== 'boolean'))
  );
}

function podsByAccount({ workloads }: System): ReadonlyMap<string, readonly Workload[]> {
  return groupBy(workloads, accountOf);
}

/** What says no namespace gets one when it is applied, and bindings may name that one. */
function hasRights(namespace: string, name: string, system: System): boolean {
  const bound = system.view(boundAccounts);
  return namespace === ''
    ? system.view(boundNames).has(name)
    : bound.has(`${namespace}/${name}`) || bound.has(`/${name}`);
}

function boundNames(system: System): ReadonlySet<string> {
  return new Set([...system.view(boundAccounts)].map((account) => account.slice(account.indexOf('/') + 1)));
}
