import type { Manifest } from '../../../manifests/manifest';
import { at, listOf, textOf, type Value } from '../../../manifests/value';
import type { Risk } from '../risk';
import { gained } from './pods';

const RBAC = 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/';

/** Who may do what by the API. */
export const RIGHTS: readonly Risk[] = [
  {
    id: 'rights-widened',
    class: 'ACCESS',
    change: 'a Role or ClusterRole allows more',
    why: 'All whom it is bound to may do it from then on.',
    source: RBAC,
    judge: (change) => gained(change, rightsOf, 'whoever has it may do more'),
  },
  {
    id: 'rights-bound',
    class: 'ACCESS',
    change: 'a RoleBinding or ClusterRoleBinding names somebody new',
    why: 'They get all that the role allows.',
    source: RBAC,
    judge: (change) => gained(change, subjectsOf, `${roleOf(change.head ?? change.base)} is given to`),
  },
  {
    id: 'project-widened',
    class: 'ACCESS',
    change: 'an AppProject takes more repositories, destinations or kinds',
    why: 'Every Application of the project may use them.',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/',
    judge: (change) => gained(change, projectOf, 'its Applications may use more'),
  },
];

const ROLES: ReadonlySet<string> = new Set(['Role', 'ClusterRole']);

/** `get secrets`, `create pods.apps "one"`. A wildcard stands for itself: it is more than all that is named. */
function rightsOf({ kind, identity: { group }, object }: Manifest): ReadonlySet<string> {
  if (!ROLES.has(kind) || group !== 'rbac.authorization.k8s.io') return new Set();
  return new Set(listOf(object.rules).flatMap(rightsOfRule));
}

function rightsOfRule(rule: Value): readonly string[] {
  const names = textsIn(at(rule, 'resourceNames'));
  const targets = [
    ...textsIn(at(rule, 'apiGroups')).flatMap((group) =>
      textsIn(at(rule, 'resources')).map((resource) => (group === '' ? resource : `${resource}.${group}`)),
    ),
    ...textsIn(at(rule, 'nonResourceURLs')),
  ];
  return textsIn(at(rule, 'verbs')).flatMap((verb) =>
    targets.flatMap((target) =>
      names.length === 0 ? [`${verb} ${target}`] : names.map((name) => `${verb} ${target} "${name}"`),
    ),
  );
}

function subjectsOf({ kind, identity: { group }, object, namespace }: Manifest): ReadonlySet<string> {
  if (!kind.endsWith('RoleBinding') && !(kind === 'ClusterRoleBinding')) return new Set();
  if (group !== 'rbac.authorization.k8s.io') return new Set();
  return new Set(
    listOf(object.subjects).map((subject) => {
      const [what, name] = [textOf(at(subject, 'kind')) ?? '', textOf(at(subject, 'name')) ?? ''];
      const space = textOf(at(subject, 'namespace')) ?? namespace;
      return what === 'ServiceAccount' ? `${what}/${space}/${name}` : `${what}/${name}`;
    }),
  );
}

function roleOf({ object }: Manifest): string {
  return `${textOf(at(object, 'roleRef', 'kind')) ?? ''}/${textOf(at(object, 'roleRef', 'name')) ?? ''}`;
}

function projectOf({ kind, identity: { group }, object }: Manifest): ReadonlySet<string> {
  if (kind !== 'AppProject' || group !== 'argoproj.io') return new Set();
  const { spec } = object;
  return new Set([
    ...textsIn(at(spec, 'sourceRepos')).map((text) => `repository "${text}"`),
    ...listOf(at(spec, 'destinations')).map(
      (one) =>
        `namespace "${textOf(at(one, 'namespace')) ?? '*'}" of ${textOf(at(one, 'server')) ?? textOf(at(one, 'name')) ?? '*'}`,
    ),
    ...['clusterResourceWhitelist', 'namespaceResourceWhitelist'].flatMap((field) =>
      listOf(at(spec, field)).map(
        (one) => `${textOf(at(one, 'kind')) ?? '*'} of "${textOf(at(one, 'group')) ?? ''}"`,
      ),
    ),
  ]);
}

function textsIn(value: Value | undefined): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}
