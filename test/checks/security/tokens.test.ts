import { told } from './told';

const pod = (spec: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a', namespace: 'ci' },
  spec: { containers: [], ...spec },
});
const account = (name: string, more: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace: 'ci' },
  ...more,
});
const binding = (name: string, namespace = 'ci'): object => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name: 'a', namespace: 'ci' },
  roleRef: { kind: 'Role', name: 'a' },
  subjects: [{ kind: 'ServiceAccount', name, namespace }],
});
const secret = (type: string): object => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'a', namespace: 'ci' },
  type,
});
const TOLD = ['service-account-token spec.automountServiceAccountToken'];

test.each([
  ['a pod that says no', [pod({ automountServiceAccountToken: false })]],
  ['a pod that says yes, and means it', [pod({ automountServiceAccountToken: true })]],
  ['an account of which no file tells', [pod({ serviceAccountName: 'other' })]],
  [
    'an account that says no',
    [pod({ serviceAccountName: 'a' }), account('a', { automountServiceAccountToken: false })],
  ],
  [
    'an account that says yes, has rights, and means it',
    [pod({ serviceAccountName: 'a' }), account('a', { automountServiceAccountToken: true }), binding('a')],
  ],
  [
    'the default account, where it says no',
    [pod(), account('default', { automountServiceAccountToken: false })],
  ],
  ['an account that has rights', [pod({ serviceAccountName: 'a' }), account('a'), binding('a')]],
  ['a Secret of another type', [secret('Opaque'), secret('kubernetes.io/tls')]],
])('Nothing is told of %s', (_, objects) => {
  expect(told(...objects)).toEqual([]);
});

test('Of an account that says yes without any rights, the account is told and not its pods', () => {
  expect(
    told(pod({ serviceAccountName: 'a' }), account('a', { automountServiceAccountToken: true })),
  ).toEqual(['account-token automountServiceAccountToken']);
});

test.each([
  ['no account at all', [pod()]],
  ['an account without rights', [pod({ serviceAccountName: 'a' }), account('a')]],
  [
    'an account whose namesake has rights',
    [pod({ serviceAccountName: 'a' }), account('a'), binding('a', 'other')],
  ],
])('A token in vain is told of %s', (_, objects) => {
  expect(told(...objects)).toEqual(TOLD);
});

test('A Secret that asks for a token is told at its type', () => {
  expect(told(secret('kubernetes.io/service-account-token'))).toEqual([
    'service-account-token-for-ever type',
  ]);
});
