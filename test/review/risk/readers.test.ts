import { saidBy } from './messages';

const reader = (container: string): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: reader, namespace: ns }
spec:
  selector: { matchLabels: { app: a } }
  template:
    metadata: { labels: { app: a } }
    spec: { containers: [{ ${container}, envFrom: [{ secretRef: { name: keys } }] }] }
`;

const SEALED = `apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata: { name: sealed, namespace: ns }
spec: { encryptedData: { a: AgOne }, template: { metadata: { name: keys } } }
`;
const EXTERNAL = `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: external, namespace: ns }
spec: { target: { name: keys }, dataFrom: [{ extract: { key: one } }] }
`;
const SECRET = `apiVersion: v1
kind: Secret
metadata: { name: keys, namespace: ns }
stringData: { a: one }
`;
const MISSES = '; the cache misses until all who read them have the new ones';
const MADE = 'the Secret that it makes gets other values, or from elsewhere';

test.each([
  ['a SealedSecret', 'sealed-values', SEALED, 'AgOne', 'AgTwo', MADE],
  ['an ExternalSecret', 'external-values', EXTERNAL, 'key: one', 'key: two', MADE],
  ['a Secret', 'secret-values', SECRET, 'a: one', 'a: two', 'the values of "a" of the Secret change'],
])('Of %s it is told who reads it', (_, id, text, old, next, message) => {
  const said = (container: string): readonly string[] =>
    saidBy(id, text + reader(container), text.replace(old, next) + reader(container));
  expect(said('name: c')).toEqual([`${message} [Deployment/reader]`]);
  expect(said('name: gitlab-runner')).toEqual([`${message}${MISSES} [Deployment/reader]`]);
  expect(saidBy(id, text, text.replace(old, next))).toEqual([message]);
});

test('Of an ExternalSecret that goes it is told what makes its Secret next', () => {
  const said = (head: string): readonly string[] =>
    saidBy('secret-maker-removed', EXTERNAL + reader('name: c'), head + reader('name: c'));
  expect(said('')).toEqual(['the Secret "keys" goes with it, and pods still name it [Deployment/reader]']);
  expect(said(SEALED)).toEqual([
    'the Secret "keys" goes with it, until SealedSecret/ns/sealed makes it again [Deployment/reader]',
  ]);
});
