import { SECURITY_CHECKS } from '../../../src/checks/security';
import { found } from '../case';

const IDS = ['rbac-cluster-role', 'rbac-subject-namespace', 'account-token', 'pod-security-version'];
const told = (text: string): readonly string[] =>
  found(
    text,
    SECURITY_CHECKS.filter(({ id }) => IDS.includes(id)),
  ).map(({ check }) => check);

const RBAC = 'apiVersion: rbac.authorization.k8s.io/v1';
const role = (more = ''): string => `---
${RBAC}
kind: ClusterRole
metadata: { name: keys }
rules: [{ apiGroups: [""], resources: [pods], verbs: [list] }]
${more}
`;
const binding = (namespace: string, kind = 'RoleBinding', subject = 'namespace: b'): string => `---
${RBAC}
kind: ${kind}
metadata: { name: keys${namespace === '' ? '' : `, namespace: ${namespace}`} }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: keys }
subjects: [{ kind: ServiceAccount, name: a, ${subject} }]
`;
const account = (more = '', namespace = ', namespace: b'): string =>
  `---\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: a${namespace} }\n${more}\n`;
const pod = (spec: string): string =>
  `---\napiVersion: v1\nkind: Pod\nmetadata: { name: p, namespace: b }\nspec: { serviceAccountName: a, ${spec} containers: [{ name: c, image: "i:1" }] }\n`;
const namespace = (labels: string): string =>
  `---\napiVersion: v1\nkind: Namespace\nmetadata: { name: b, labels: { ${labels} } }\n`;
const ENFORCE = 'pod-security.kubernetes.io/enforce';

test.each([
  ['one binding', role() + binding('b'), ['rbac-cluster-role']],
  ['two bindings of one namespace', role() + binding('b') + binding('b'), ['rbac-cluster-role']],
  [
    'a binding that names no namespace of its account',
    binding('b', 'RoleBinding', ''),
    ['rbac-subject-namespace'],
  ],
  ['an account that nobody has yet', account(), ['account-token']],
  [
    'an account that says yes for its pods',
    account('automountServiceAccountToken: true') + pod(''),
    ['account-token'],
  ],
  ['a level without its release', namespace(`${ENFORCE}: baseline`), ['pod-security-version']],
])('it is told of %s', (_, text, checks) => {
  expect(told(text)).toEqual(checks);
});

test.each([
  ['a ClusterRole that nobody binds', role()],
  ['bindings of two namespaces', role() + binding('b') + binding('c')],
  ['a binding for the cluster too', role() + binding('b') + binding('', 'ClusterRoleBinding')],
  ['a binding that lies wherever it is applied', role() + binding('')],
  ['a role of parts', role('aggregationRule: { clusterRoleSelectors: [] }') + binding('b')],
  [
    'a part of another role',
    role().replace(
      'name: keys',
      'name: keys, labels: { rbac.authorization.k8s.io/aggregate-to-view: "true" }',
    ) + binding('b'),
  ],
  ['a Role of that name', role() + binding('b').replace('kind: ClusterRole', 'kind: Role')],
  ['an account of a binding that says no namespace', account() + binding('', 'RoleBinding', '')],
  [
    'a role for URLs',
    role().replace('{ apiGroups: [""], resources: [pods],', '{ nonResourceURLs: [/metrics],') + binding('b'),
  ],
  ['another role of that name', role().replace('name: keys', 'name: view') + binding('b')],
  ['a binding that is for any namespace', binding('', 'RoleBinding', '')],
  [
    'a person, who has no namespace',
    binding('b', 'RoleBinding', '').replace('kind: ServiceAccount', 'kind: User'),
  ],
  ['an account that says no', account('automountServiceAccountToken: false')],
  ['an account with rights', account() + binding('b')],
  ['an account with rights whose namespace comes later', account('', '') + binding('b')],
  [
    'an account whose pods say no',
    account('automountServiceAccountToken: true') + pod('automountServiceAccountToken: false,'),
  ],
  ['an account whose pods ask for it', account() + pod('automountServiceAccountToken: true,')],
  ['an account whose pods are told of themselves', account() + pod('')],
  ['a level with its release', namespace(`${ENFORCE}: baseline, ${ENFORCE}-version: v1.32`)],
  ['the newest rules, which somebody wants', namespace(`${ENFORCE}: restricted, ${ENFORCE}-version: latest`)],
  ['a level without rules', namespace(`${ENFORCE}: privileged`)],
  ['what is warned of alone', namespace('pod-security.kubernetes.io/warn: restricted')],
])('it is not told of %s', (_, text) => {
  expect(told(text)).toEqual([]);
});
