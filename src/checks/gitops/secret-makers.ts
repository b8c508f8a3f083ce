import { addTo } from '../../manifests/groups';
import type { Manifest } from '../../manifests/manifest';
import { at, listOf, mapOf, textOf } from '../../manifests/value';
import type { System } from '../../system/system';

/** Who fills each Secret, by its `namespace/name`. */
export type SecretMakers = ReadonlyMap<string, readonly Manifest[]>;

/** A Secret without data is filled by the Jobs that may change it, and is of no use before. */
export function secretMakersOf(system: System): SecretMakers {
  const makers = new Map<string, Manifest[]>();
  const add = (target: string, maker: Manifest): void => {
    addTo(makers, target, maker);
  };
  for (const manifest of system.manifests) {
    const name = madeBy(manifest);
    if (name !== undefined) add(`${manifest.namespace}/${name}`, manifest);
  }
  for (const [target, job] of filledByJobs(system)) add(target, job);
  for (const empty of system.ofKind('', 'Secret').filter(hasNoData)) {
    const target = `${empty.namespace}/${empty.name}`;
    if (!makers.has(target)) add(target, empty);
  }
  return makers;
}

/** Committed without a value, to be filled in the cluster. */
export function hasNoData(manifest: Manifest): boolean {
  return manifest.kind === 'Secret' && ['data', 'stringData'].every((key) => size(manifest, key) === 0);
}

function size(manifest: Manifest, key: string): number {
  return Object.keys(mapOf(manifest.at(key))).length;
}

function madeBy(manifest: Manifest): string | undefined {
  const own = manifest.name;
  switch (`${manifest.identity.group}/${manifest.kind}`) {
    case '/Secret':
      return hasNoData(manifest) ? undefined : own;
    case 'external-secrets.io/ExternalSecret':
      return textOf(manifest.at('spec', 'target', 'name')) ?? own;
    case 'bitnami.com/SealedSecret':
      return textOf(manifest.at('spec', 'template', 'metadata', 'name')) ?? own;
    case 'cert-manager.io/Certificate':
      return textOf(manifest.at('spec', 'secretName'));
    default:
      return undefined;
  }
}

/** Jobs whose account may patch a Secret by its name. */
function* filledByJobs(system: System): Generator<readonly [string, Manifest]> {
  const jobs = new Map<string, Manifest[]>();
  for (const job of system.ofKind('batch', 'Job')) {
    const account = `${job.namespace}/${textOf(job.at('spec', 'template', 'spec', 'serviceAccountName')) ?? ''}`;
    jobs.set(account, [...(jobs.get(account) ?? []), job]);
  }
  for (const binding of system.ofKind('rbac.authorization.k8s.io', 'RoleBinding')) {
    const { namespace } = binding;
    const role = textOf(binding.at('roleRef', 'name')) ?? '';
    const secrets = secretsChangedBy(system.tryFind('rbac.authorization.k8s.io', 'Role', namespace, role));
    for (const subject of secrets.length === 0 ? [] : listOf(binding.at('subjects'))) {
      const account = `${textOf(at(subject, 'namespace')) ?? namespace}/${textOf(at(subject, 'name')) ?? ''}`;
      for (const job of jobs.get(account) ?? [])
        for (const secret of secrets) yield [`${namespace}/${secret}`, job];
    }
  }
}

function secretsChangedBy(role: Manifest | undefined): readonly string[] {
  return listOf(role?.at('rules')).flatMap((rule) => {
    const changes = listOf(at(rule, 'verbs')).some((verb) => verb === 'patch' || verb === 'update');
    const ofSecrets = listOf(at(rule, 'resources')).includes('secrets');
    return changes && ofSecrets
      ? listOf(at(rule, 'resourceNames')).flatMap((name) => textOf(name) ?? [])
      : [];
  });
}
