import { objectName } from '../../../manifests/identity';
import { accountOf } from '../../../system/accounts';
import { referencesOf } from '../../../system/references';
import type { Reference } from '../../../system/reference';
import type { System } from '../../../system/system';
import type { Check, Fault } from '../../check';
import { bindingsOf, grantsOf, type Binding, type Grant } from './grants';

export const REACH_CHECKS: readonly Check[] = [
  {
    id: 'keys-within-reach',
    severity: 'warning',
    rule: 'No keys lie where somebody else reads all Secrets',
    why: 'Who breaks into the one has the keys of the other. A runner’s manager may read all Secrets where its jobs run.',
    source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    find: (system) => system.view(bindingsOf).flatMap((binding) => withinReach(system, binding)),
  },
];

/** One finding a binding: what takes one Secret out of reach takes all. */
function withinReach(system: System, binding: Binding): readonly Fault[] {
  const { manifest, role } = binding;
  if (!readsAllSecrets(system, binding)) return [];
  const accounts = accountsOf(binding);
  const [found] = accounts.length === 0 ? [] : strangersKeys(system, manifest.namespace, accounts);
  if (found === undefined) return [];
  return [
    {
      spot: { manifest, path: ['roleRef', 'name'] },
      message: `${role.kind} "${role.name}" lets ${quotedAll(accounts)} read all Secrets of namespace "${found.namespace}", also "${found.name}" of ${objectName(found.manifest.identity)}`,
      remedy:
        'name the Secrets in "resourceNames", or bring the one or the other into a namespace of its own',
    },
  ];
}

/** Kubernetes brings these. (https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles) */
const BUILT_IN_READERS = ['admin', 'cluster-admin', 'edit'];

function readsAllSecrets(system: System, { manifest, role }: Binding): boolean {
  if (role.kind === 'ClusterRole' && BUILT_IN_READERS.includes(role.name)) return true;
  const namespace = role.kind === 'Role' ? manifest.namespace : '';
  return system
    .view(grantsOf)
    .filter((grant) => grant.manifest.kind === role.kind && grant.manifest.name === role.name)
    .some((grant) => grant.manifest.namespace === namespace && isForAllSecrets(grant));
}

function isForAllSecrets({ groups, resources, verbs, names }: Grant): boolean {
  const has = (said: readonly string[], ...meant: readonly string[]): boolean =>
    said.some((one) => one === '*' || meant.includes(one));
  return (
    names.length === 0 && has(groups, '') && has(resources, 'secrets') && has(verbs, 'get', 'list', 'watch')
  );
}

/** As `NAMESPACE/NAME`; people and groups are none of pods. */
function accountsOf({ manifest, subjects }: Binding): readonly string[] {
  return subjects
    .filter(({ kind }) => kind === 'ServiceAccount')
    .map(({ namespace, name }) => `${namespace === '' ? manifest.namespace : namespace}/${name}`);
}

/** Secrets that pods of other accounts read; `namespace` is empty for all. */
function strangersKeys(system: System, namespace: string, accounts: readonly string[]): readonly Reference[] {
  const strangers = new Set(
    system.workloads
      .filter((workload) => !accounts.includes(accountOf(workload)))
      .map(({ manifest }) => manifest),
  );
  return system
    .view(referencesOf)
    .filter((one) => one.type === '/Secret' && strangers.has(one.manifest))
    .filter((one) => namespace === '' || one.namespace === namespace);
}

function quotedAll(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(', ');
}
