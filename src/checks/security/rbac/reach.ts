import { groupBy } from '../../../manifests/groups';
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
  return (system.view(grantsByRole).get(`${role.kind}/${namespace}/${role.name}`) ?? []).some(
    isForAllSecrets,
  );
}

function grantsByRole(system: System): ReadonlyMap<string, readonly Grant[]> {
  return groupBy(
    system.view(grantsOf),
    ({ manifest: { kind, namespace, name } }) => `${kind}/${namespace}/${name}`,
  );
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
  const keys = system.view(keysByNamespace);
  const near = namespace === '' ? [...keys.values()].flat() : (keys.get(namespace) ?? []);
  return near.filter(({ account }) => !accounts.includes(account)).map(({ reference }) => reference);
}

interface ReadKeys {
  readonly reference: Reference;
  /** Of the pods that read them. */
  readonly account: string;
}

function keysByNamespace(system: System): ReadonlyMap<string, readonly ReadKeys[]> {
  const accounts = new Map(system.workloads.map((workload) => [workload.manifest, accountOf(workload)]));
  const keys = system.view(referencesOf).flatMap((reference): readonly ReadKeys[] => {
    const account = reference.type === '/Secret' ? accounts.get(reference.manifest) : undefined;
    return account === undefined ? [] : [{ reference, account }];
  });
  return groupBy(keys, ({ reference }) => reference.namespace);
}

function quotedAll(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(', ');
}
