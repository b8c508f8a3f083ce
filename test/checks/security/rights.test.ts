import { SECURITY_CHECKS as ALL_CHECKS } from '../../../src/checks/security';
import { found } from '../case';
import { toldBy } from '../told';

/** Notes stand beside the other rights, and have a test of their own. */
const SECURITY_CHECKS = ALL_CHECKS.filter(({ severity }) => severity !== 'note');
const told = toldBy(SECURITY_CHECKS);

const RBAC = 'rbac.authorization.k8s.io';
const role = (group: string, resources: readonly string[], verbs: readonly string[], more = {}): object => ({
  apiVersion: `${RBAC}/v1`,
  kind: 'Role',
  metadata: { name: 'a', namespace: 'ci' },
  rules: [{ apiGroups: [group], resources, verbs, ...more }],
});

test.each([
  ['rbac-escalate', RBAC, ['roles', 'clusterroles'], ['escalate', 'bind']],
  ['rbac-escalate', '', ['users', 'groups', 'serviceaccounts'], ['impersonate']],
  ['rbac-escalate', 'authentication.k8s.io', ['uids'], ['impersonate']],
  [
    'rbac-roles-write',
    RBAC,
    ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'],
    ['create', 'update', 'patch'],
  ],
  ['rbac-pods-exec', '', ['pods/exec', 'pods/attach'], ['create', 'get']],
  ['rbac-pods-debug', '', ['pods/ephemeralcontainers'], ['update', 'patch']],
  ['rbac-secrets-read', '', ['secrets'], ['get', 'list', 'watch', '*']],
  ['rbac-pods-create', '', ['pods', 'replicationcontrollers'], ['create']],
  ['rbac-pods-create', 'apps', ['deployments', 'replicasets', 'daemonsets', 'statefulsets'], ['create']],
  ['rbac-pods-create', 'batch', ['jobs', 'cronjobs'], ['create']],
  ['rbac-token-create', '', ['serviceaccounts/token'], ['create']],
  ['rbac-nodes-proxy', '', ['nodes/proxy'], ['get', 'create']],
  [
    'rbac-webhooks-write',
    'admissionregistration.k8s.io',
    ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'],
    ['create', 'update', 'patch'],
  ],
])('%s is told of each resource in group "%s" and each verb', (id, group, resources, verbs) => {
  for (const resource of resources)
    for (const verb of verbs) {
      const alone = told(role(group, [resource], [verb])).filter((one) => !one.startsWith('rbac-wildcard'));
      expect(alone).toEqual([`${id} rules[0].resources[0]`]);
    }
});

test.each([
  ['Secrets of another group', role('example.com', ['secrets'], ['get'])],
  ['Secrets that are only written', role('', ['secrets'], ['create', 'update', 'patch', 'delete'])],
  ['Secrets that are named', role('', ['secrets'], ['get', 'watch'], { resourceNames: ['s3access'] })],
  ['roles that are read', role(RBAC, ['roles', 'rolebindings'], ['get', 'list', 'watch'])],
  ['the one role that may be bound', role(RBAC, ['roles'], ['bind'], { resourceNames: ['view'] })],
  [
    'the one account that may be acted as',
    role('', ['serviceaccounts'], ['impersonate'], { resourceNames: ['a'] }),
  ],
  ['accounts that are made', role('', ['serviceaccounts'], ['create', 'get'])],
  ['pods that are watched and removed', role('', ['pods', 'pods/log'], ['get', 'list', 'watch', 'delete'])],
  ['pods of which the status is written', role('', ['pods/status'], ['create', 'patch'])],
  ['the token of one account', role('', ['serviceaccounts/token'], ['create'], { resourceNames: ['a'] })],
  ['what nodes measure', role('', ['nodes', 'nodes/metrics', 'nodes/stats'], ['get'])],
  [
    'the one webhook that is renewed',
    role('admissionregistration.k8s.io', ['validatingwebhookconfigurations'], ['patch'], {
      resourceNames: ['a'],
    }),
  ],
  [
    'a rule for what is no object',
    { ...role('', [], ['get']), rules: [{ nonResourceURLs: ['*'], verbs: ['get'] }] },
  ],
  [
    'Deployments that are read and scaled',
    role('apps', ['deployments', 'deployments/scale'], ['get', 'patch']),
  ],
  ['the debug containers that are read', role('', ['pods/ephemeralcontainers'], ['get'])],
  ['pods of another group', role('metrics.k8s.io', ['pods'], ['create', 'get'])],
])('Nothing is told of %s', (_, object) => {
  expect(told(object)).toEqual([]);
});

test.each([
  ['rbac-roles-write', role(RBAC, ['roles'], ['patch'], { resourceNames: ['a'] })],
  ['rbac-pods-exec', role('', ['pods/exec'], ['create'], { resourceNames: ['a'] })],
  ['rbac-nodes-proxy', role('', ['nodes/proxy'], ['get'], { resourceNames: ['a'] })],
])('A name makes no difference to %s', (id, object) => {
  expect(told(object)).toEqual([`${id} rules[0].resources[0]`]);
});

test('A right is told among others, at its resource and with its verbs alone', () => {
  const rules = [
    { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get'] },
    {
      apiGroups: ['apps', ''],
      resources: ['configmaps', 'secrets'],
      verbs: ['create', 'get', 'list'],
    },
  ];
  const [finding, ...more] = found(
    JSON.stringify({ ...role('', [], []), kind: 'ClusterRole', rules }),
    SECURITY_CHECKS,
  );
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    path: ['rules', 1, 'resources', 1],
    message: expect.stringMatching(/^ClusterRole "a" grants "get", "list" on "secrets": /) as string,
  });
});

test('A star for the group or the verbs grants it too, and is told beside it', () => {
  const { length } = told(role('*', ['secrets'], ['get']));
  expect(length).toBe(2);
  const [first, second] = found(JSON.stringify(role('', ['secrets'], ['create', '*'])), SECURITY_CHECKS);
  expect(first).toMatchObject({ check: 'rbac-secrets-read' });
  expect(first?.message).toContain('grants "*" on "secrets"');
  expect(second).toMatchObject({
    check: 'rbac-wildcard',
    severity: 'warning',
    path: ['rules', 0, 'verbs', 1],
  });
});

test('A star for the resources is an error, and told alone', () => {
  const findings = found(JSON.stringify(role('', ['pods', '*'], ['*'])), SECURITY_CHECKS);
  expect(findings.map(({ check, severity, path }) => [check, severity, path])).toContainEqual([
    'rbac-wildcard',
    'error',
    ['rules', 0, 'resources', 1],
  ]);
});

test('Any right to Secrets, and to delete what runs, is a note', () => {
  const notes = toldBy(ALL_CHECKS.filter(({ id }) => id === 'rbac-secrets-rights' || id === 'rbac-delete'));
  const [secrets, deletes] = ['rbac-secrets-rights', 'rbac-delete'].map(
    (id) => `${id} rules[0].resources[0]`,
  );
  for (const verb of ['get', 'list', 'watch', 'create', 'update', 'patch'])
    expect(notes(role('', ['secrets'], [verb], { resourceNames: ['a'] }))).toEqual([secrets]);
  for (const verb of ['delete', 'deletecollection']) {
    expect(notes(role('', ['secrets'], [verb]))).toEqual([deletes, secrets]);
    for (const resource of ['pods', 'services', 'persistentvolumeclaims', 'replicationcontrollers'])
      expect(notes(role('', [resource], [verb]))).toEqual([deletes]);
    for (const resource of ['deployments', 'replicasets', 'daemonsets', 'statefulsets'])
      expect(notes(role('apps', [resource], [verb]))).toEqual([deletes]);
    for (const resource of ['jobs', 'cronjobs'])
      expect(notes(role('batch', [resource], [verb]))).toEqual([deletes]);
  }
  expect(notes(role('', ['pods', 'configmaps'], ['get', 'create']))).toEqual([]);
  expect(notes(role('', ['configmaps'], ['delete']))).toEqual([]);
  expect(notes(role('example.com', ['secrets', 'pods'], ['get', 'delete']))).toEqual([]);
});
