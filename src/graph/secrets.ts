import { groupBy } from '../manifests/groups';
import type { Manifest } from '../manifests/manifest';
import { at, listOf, mapOf, textOf, type Value } from '../manifests/value';
import type { Workload } from '../manifests/workload';
import { accountOf, accountsIn } from '../system/accounts';
import { namesIn } from '../system/lookup';
import { namedByPods } from '../system/named-by-pods';
import type { Reference } from '../system/reference';
import type { System } from '../system/system';
import type { EdgeKind, Link } from './graph';
import { secretNode, workloadNode } from './nodes';

/** Who has which Secret: as a volume, in the environment, or by the API. */
export function secretLinks(system: System): readonly Link[] {
  const given = system.view(rightsByAccount);
  return system.workloads.flatMap((workload) => [
    ...namedByPods(workload)
      .filter(({ type }) => type === '/Secret')
      .map((reference) => named(system, workload, reference)),
    ...(given.get(accountOf(workload)) ?? []).flatMap((right) => granted(system, workload, right)),
  ]);
}

function named(system: System, workload: Workload, { path, namespace, name }: Reference): Link {
  const isMounted = path.includes('volumes');
  const text = path.includes('imagePullSecrets') ? 'to pull images' : '';
  return {
    from: workloadNode(workload, system),
    to: secretNode(system, namespace, name),
    kind: isMounted ? 'mounts' : 'reads',
    text,
  };
}

interface Right {
  readonly account: string;
  readonly namespace: string;
  /** Undefined for all of the namespace. */
  readonly names: readonly string[] | undefined;
  readonly kind: Extract<EdgeKind, 'reads' | 'fills'>;
}

/** A right to all Secrets is drawn to those of the files; of others there is nothing to draw. */
function granted(system: System, workload: Workload, { namespace, names, kind }: Right): readonly Link[] {
  return (names ?? namesIn(system, '/Secret', namespace)).map((name) => ({
    from: workloadNode(workload, system),
    to: secretNode(system, namespace, name),
    kind,
    text: kind === 'reads' ? 'by the API' : '',
  }));
}

const RBAC = 'rbac.authorization.k8s.io';

/** What bindings give within a namespace. A ClusterRoleBinding is for all, and to draw all says nothing. */
function rightsByAccount(system: System): ReadonlyMap<string, readonly Right[]> {
  const rights = system.ofKind(RBAC, 'RoleBinding').flatMap((binding) => rightsOf(system, binding));
  return groupBy(rights, ({ account }) => account);
}

function rightsOf(system: System, binding: Manifest): readonly Right[] {
  const { namespace } = binding;
  const kind = textOf(binding.at('roleRef', 'kind')) ?? '';
  const name = textOf(binding.at('roleRef', 'name')) ?? '';
  const role = system.tryFind(RBAC, kind, kind === 'Role' ? namespace : '', name);
  const accounts = accountsIn(binding);
  return listOf(role?.at('rules'))
    .filter(isOfSecrets)
    .flatMap((rule) => {
      const names = listOf(at(rule, 'resourceNames')).flatMap((item) => textOf(item) ?? []);
      const what = kindOf(rule);
      return what === undefined
        ? []
        : accounts.map((account) => ({
            ...{ account, namespace, kind: what },
            names: names.length === 0 ? undefined : names,
          }));
    });
}

function isOfSecrets(rule: Value): boolean {
  const { apiGroups, resources } = mapOf(rule);
  const has = (list: Value | undefined, word: string): boolean =>
    listOf(list).some((item) => item === word || item === '*');
  return has(apiGroups, '') && has(resources, 'secrets');
}

/** To list or watch is to read; only to make new ones changes none that is there. */
function kindOf(rule: Value): Right['kind'] | undefined {
  const verbs = listOf(at(rule, 'verbs'));
  const may = (...words: readonly string[]): boolean => [...words, '*'].some((word) => verbs.includes(word));
  if (may('update', 'patch')) return 'fills';
  return may('get', 'list', 'watch') ? 'reads' : undefined;
}
