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
