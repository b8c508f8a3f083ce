import { homeOf } from '../../src/output/generated';
import { sourceOf } from '../../src/output/header';
import { EXAMPLES, exampleConfiguration, manifestsOf } from '../manifests/load';

test.each(EXAMPLES)('%s: each manifest lies where its own text says', (name) => {
  const manifests = manifestsOf(exampleConfiguration(name));
  expect(manifests.map(({ text }) => homeOf(text))).toEqual(manifests.map(({ path }) => path));
  expect(manifests.filter(({ text }) => sourceOf(text) !== 'runner-cache.yaml')).toEqual([]);
});

test.each([
  ['quoted', 'kind: A\nmetadata:\n  name: "1"\n  namespace: \'n\'\n', 'n/A.1.k8s.yaml'],
  ['checked out with CRLF', 'kind: A\r\nmetadata:\r\n  name: x\r\n  namespace: n\r\n', 'n/A.x.k8s.yaml'],
  ['without a namespace', 'kind: A\nmetadata:\n  name: x\n', '00-namespaces/A.x.k8s.yaml'],
  [
    'with names elsewhere',
    'spec:\n  name: y\nkind: A\nmetadata:\n  labels:\n    name: z\n  name: x\n',
    '00-namespaces/A.x.k8s.yaml',
  ],
  ['without a name', 'kind: A\nmetadata:\n  labels:\n    name: z\nspec:\n  name: y\n', undefined],
])('The place of a text %s', (_, text, home) => {
  expect(homeOf(text)).toBe(home);
});
