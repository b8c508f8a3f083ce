import { told } from './told';

const RBAC = 'rbac.authorization.k8s.io';
const binding = (role: object, subjects: readonly object[], kind = 'RoleBinding'): object => ({
  apiVersion: `${RBAC}/v1`,
  kind,
  metadata: { name: 'a', ...(kind === 'RoleBinding' && { namespace: 'ci' }) },
  roleRef: { apiGroup: RBAC, kind: 'Role', name: 'a', ...role },
  subjects,
});
const account = (name: string): object => ({ kind: 'ServiceAccount', name, namespace: 'ci' });
const user = (name: string): object => ({ kind: 'User', apiGroup: RBAC, name });
const group = (name: string): object => ({ kind: 'Group', apiGroup: RBAC, name });

test.each([
  ['a Role of that name', binding({ name: 'cluster-admin' }, [account('a')])],
  ['another ClusterRole', binding({ kind: 'ClusterRole', name: 'view' }, [account('a')])],
  ['an account named like a group', binding({}, [account('system:authenticated')])],
  ['a group of people', binding({}, [group('my-system:authenticated'), group('developers')])],
  ['the masters of the cluster', binding({}, [group('system:masters')])],
  ['a group that only begins like all', binding({}, [group('system:authenticated-by-mail')])],
  ['a user or group named default', binding({}, [user('default'), group('default')])],
  ['an account whose name holds default', binding({}, [account('default-runner')])],
  ...['system:public-info-viewer', 'system:discovery', 'system:basic-user'].map(
    (name) =>
      [
        `${name}, which Kubernetes gives to all`,
        binding({ kind: 'ClusterRole', name }, [group('system:authenticated')], 'ClusterRoleBinding'),
      ] as const,
  ),
  ['a binding of nobody', binding({}, [])],
] as readonly (readonly [string, object])[])('Nothing is told of %s', (_, object) => {
  expect(told(object)).toEqual([]);
});

test.each([
  user('system:anonymous'),
  group('system:unauthenticated'),
  group('system:authenticated'),
  group('system:serviceaccounts'),
  group('system:serviceaccounts:ci'),
])('%j is everybody', (subject) => {
  expect(told(binding({}, [account('a'), subject]))).toEqual(['rbac-everyone subjects[1].name']);
});

test.each(['RoleBinding', 'ClusterRoleBinding'])('cluster-admin is told of a %s', (kind) => {
  expect(told(binding({ kind: 'ClusterRole', name: 'cluster-admin' }, [account('a')], kind))).toEqual([
    'rbac-cluster-admin roleRef.name',
  ]);
});

test('The account named default is told at its place', () => {
  expect(told(binding({}, [account('a'), account('default')]))).toEqual([
    'rbac-default-account subjects[1].name',
  ]);
});
