import { REACH_CHECKS } from '../../../src/checks/security/rbac/reach';
import { toldBy } from '../told';

const told = toldBy(REACH_CHECKS);
const RBAC = 'rbac.authorization.k8s.io';
const rule = (more: object = {}): object => ({
  apiGroups: [''],
  resources: ['secrets'],
  verbs: ['get'],
  ...more,
});
const role = (kind: string, ...rules: readonly object[]): object => ({
  apiVersion: `${RBAC}/v1`,
  kind,
  metadata: { name: 'reader', ...(kind === 'Role' && { namespace: 'ci' }) },
  rules,
});
const READER = role('Role', rule());
const binding = (more: object = {}, kind = 'RoleBinding'): object => ({
  apiVersion: `${RBAC}/v1`,
  kind,
  metadata: { name: 'a', ...(kind === 'RoleBinding' && { namespace: 'ci' }) },
  roleRef: { apiGroup: RBAC, kind: 'Role', name: 'reader' },
  subjects: [{ kind: 'ServiceAccount', name: 'manager', namespace: 'runner' }],
  ...more,
});
const clusterRole = (name: string): object => ({ roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name } });
const subject = (kind: string, name: string, namespace?: string): object => ({
  subjects: [{ kind, name, namespace }],
});
const pod = (spec: object = {}, namespace = 'ci'): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'store', namespace },
  spec: { containers: [{ name: 'a', envFrom: [{ secretRef: { name: 'root' } }] }], ...spec },
});
const TOLD = ['keys-within-reach roleRef.name'];

test.each([
  ['one verb', [READER, binding(), pod()]],
  ['another verb', [role('Role', rule({ verbs: ['list'] })), binding(), pod()]],
  ['a third verb', [role('Role', rule({ verbs: ['watch'] })), binding(), pod()]],
  ['stars', [role('Role', rule({ apiGroups: ['*'], resources: ['*'], verbs: ['*'] })), binding(), pod()]],
  ['the second rule', [role('Role', rule({ resources: ['pods'] }), rule()), binding(), pod()]],
  ['a ClusterRole', [role('ClusterRole', rule()), binding(clusterRole('reader')), pod()]],
  ['a role of Kubernetes', [binding(clusterRole('edit')), pod()]],
  ['another', [binding(clusterRole('admin')), pod()]],
  ['all of the cluster', [binding(clusterRole('cluster-admin'), 'ClusterRoleBinding'), pod({}, 'other')]],
  ['a namesake of the account', [READER, binding(), pod({ serviceAccountName: 'manager' })]],
  ['an account of the namespace', [READER, binding(subject('ServiceAccount', 'manager')), pod()]],
])('Keys are within reach by %s', (_, objects) => {
  expect(told(...objects)).toEqual(TOLD);
});

test.each([
  ['Secrets that are named', [role('Role', rule({ resourceNames: ['s3access'] })), binding(), pod()]],
  ['Secrets of another group', [role('Role', rule({ apiGroups: ['example.com'] })), binding(), pod()]],
  ['Secrets that are written', [role('Role', rule({ verbs: ['create', 'patch'] })), binding(), pod()]],
  ['ConfigMaps', [role('Role', rule({ resources: ['configmaps'] })), binding(), pod()]],
  ['a role that nobody has', [READER, pod()]],
  ['another role', [READER, binding({ roleRef: { kind: 'Role', name: 'other' } }), pod()]],
  ['a Role where a ClusterRole is meant', [READER, binding(clusterRole('reader')), pod()]],
  ['a role of Kubernetes that reads no Secrets', [binding(clusterRole('view')), pod()]],
  [
    'a Role that is called as one of Kubernetes',
    [binding({ roleRef: { kind: 'Role', name: 'admin' } }), pod()],
  ],
  ['people', [READER, binding(subject('User', 'manager')), pod()]],
  ['another namespace', [READER, binding(), pod({}, 'other')]],
  [
    'keys of its own',
    [READER, binding(subject('ServiceAccount', 'manager')), pod({ serviceAccountName: 'manager' })],
  ],
  ['pods without keys', [READER, binding(), pod({ containers: [] })]],
  [
    'ConfigMaps of pods',
    [READER, binding(), pod({ containers: [{ envFrom: [{ configMapRef: { name: 'a' } }] }] })],
  ],
])('Nothing is told of %s', (_, objects) => {
  expect(told(...objects)).toEqual([]);
});
