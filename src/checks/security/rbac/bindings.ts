import type { Check, Fault } from '../../check';
import { bindingsOf, type Binding, type Subject } from './grants';

const SOURCE =
  'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings';

export const BINDING_CHECKS: readonly Check[] = [
  {
    id: 'rbac-cluster-admin',
    severity: 'error',
    rule: 'Nothing is bound to cluster-admin',
    why: 'Who breaks into such a pod owns the cluster.',
    source: SOURCE,
    find: (system) =>
      system
        .view(bindingsOf)
        .filter(({ role }) => role.kind === 'ClusterRole' && role.name === 'cluster-admin')
        .map(({ manifest }) => ({
          spot: { manifest, path: ['roleRef', 'name'] },
          message: `This grants everything ${manifest.kind === 'RoleBinding' ? `in namespace "${manifest.namespace}"` : 'in the whole cluster'}`,
          remedy: 'bind a Role that names what is needed',
        })),
  },
  {
    id: 'rbac-everyone',
    severity: 'error',
    rule: 'No right is given to everybody',
    why: 'All who reach the API server have it, without an account or with any account of any pod.',
    source: SOURCE,
    find: (system) =>
      system
        .view(bindingsOf)
        .filter(({ role }) => !OPEN_ROLES.includes(role.name))
        .flatMap((binding) => faultsOf(binding, isEveryone, 'is everybody, or each pod of the cluster')),
  },
  {
    id: 'rbac-default-account',
    severity: 'warning',
    rule: 'No right is given to an account named "default"',
    why: 'Each pod of the namespace that names no account gets it, also those that come later.',
    source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    find: (system) =>
      system
        .view(bindingsOf)
        .flatMap((binding) => faultsOf(binding, isDefault, 'is each pod that names no account')),
  },
];

/** What Kubernetes itself gives to all. */
const OPEN_ROLES = ['system:public-info-viewer', 'system:discovery', 'system:basic-user'];
const EVERYONE = /^system:(?:anonymous|(?:un)?authenticated|serviceaccounts(?::.*)?)$/;

function isEveryone({ kind, name }: Subject): boolean {
  return kind !== 'ServiceAccount' && EVERYONE.test(name);
}

function isDefault({ kind, name }: Subject): boolean {
  return kind === 'ServiceAccount' && name === 'default';
}

function faultsOf(
  { manifest, role, subjects }: Binding,
  wrong: (subject: Subject) => boolean,
  who: string,
): readonly Fault[] {
  return subjects.filter(wrong).map(({ name, path }) => ({
    spot: { manifest, path: [...path, 'name'] },
    message: `"${name}" ${who}, and gets "${role.name}"`,
    remedy: 'bind a ServiceAccount of its own',
  }));
}
