import { SECURITY_CHECKS } from '../../../src/checks/security';
import { found } from '../case';

const secret = (data: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata: { name: a, namespace: b }\nstringData: { ${data} }\n`;
const told = (text: string): readonly string[] => found(text, SECURITY_CHECKS).map(({ check }) => check);

test.each([
  ['the moment of a change', 'admin.passwordMtime: "2025-02-24T17:51:10Z"'],
  ['a moment with an offset', 'admin.passwordMtime: "2025-02-24T17:51:10.5+01:00"'],
  ['an address', 'callback: "https://example.com/hook"'],
])('%s is no secret', (_, data) => {
  expect(told(secret(data))).toEqual([]);
});

test.each([
  ['what begins like a moment', 'password: "2025-02-24T17:51:10Zk4vQ9"'],
  ['an address with a password', 'callback: "https://user:Zk4vQ9pLxX@example.com/hook"'],
])('%s is one', (_, data) => {
  expect(told(secret(data))).toEqual(['secret-in-git']);
});

test.each([
  ['error', 'all kinds', '"*"'],
  ['error', 'the core kinds among others', 'example.com, ""'],
  ['error', 'kinds of Kubernetes', 'rbac.authorization.k8s.io'],
  ['warning', 'custom kinds alone', 'example.com, fluxcd.io'],
])('a role for all resources is a %s for %s', (severity, _, groups) => {
  const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: a }
rules: [{ apiGroups: [${groups}], resources: ["*"], verbs: [get] }]
`;
  const [finding] = found(
    role,
    SECURITY_CHECKS.filter(({ id }) => id === 'rbac-wildcard'),
  );
  expect(finding?.severity).toBe(severity);
});
