import { homesOf } from '../../src/output/generated';
import { sourceOf } from '../../src/output/header';
import { EXAMPLES, exampleConfiguration, manifestsOf } from '../manifests/load';

test.each(EXAMPLES)('%s: each manifest lies where its own text says', (name) => {
  const manifests = manifestsOf(exampleConfiguration(name));
  const homes = manifests.map(({ path }) => [path.replace(/^runner-cache\//, '')]);
  expect(manifests.map(({ text }) => homesOf(text))).toEqual(homes);
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
  [
    'for Argo CD',
    'kind: Application\nmetadata:\n  name: x\n  namespace: gitops\n',
    'argocd/Application.x.k8s.yaml',
  ],
  ['without a name', 'kind: A\nmetadata:\n  labels:\n    name: z\nspec:\n  name: y\n', undefined],
])('The place of a text %s', (_, text, home) => {
  expect(homesOf(text)).toEqual(home === undefined ? [] : [home]);
});

test('What a merge has left in conflict is ours at the place of either side', () => {
  const conflict = `kind: Job
metadata:
<<<<<<<< HEAD:b/Job.x-1.k8s.yaml
  name: x-1
||||||| 1a2b3c4
  name: x-0
========
  name: x-2
>>>>>>>> other:b/Job.x-2.k8s.yaml
  namespace: b
`;
  expect(homesOf(conflict)).toEqual(['b/Job.x-1.k8s.yaml', 'b/Job.x-0.k8s.yaml', 'b/Job.x-2.k8s.yaml']);
});
