import { NEWEST } from '../../src/api/release';
import { surroundingsOf } from '../../src/review/surroundings';
import { treesOf } from '../../src/review/trees';

const object = (kind: string, namespace: string, more = '') => ({
  path: `${namespace}/${kind}.yaml`,
  text: `apiVersion: v1\nkind: ${kind}\nmetadata: { name: a, namespace: ${namespace} }\n${more}`,
});
const POLICY = object('NetworkPolicy', 'minio', 'spec: { podSelector: {} }\n');
const FILES = [
  POLICY,
  object('ConfigMap', 'runner', 'data: { config.toml: "ServerAddress = \'minio.minio.svc:9000\'" }\n'),
  object('Deployment', 'runner'),
  object('ConfigMap', 'other', 'data: { url: "https://kubernetes.default.svc" }\n'),
  object('ConfigMap', 'default', 'data: { url: "https://web.default.svc" }\n'),
  object('Role', 'dns', 'data: { namespaces: "kubernetes.io/metadata.name: kube-system" }\n'),
];

test('who speaks of what changes is read, and what is beside it; others are not', () => {
  const head = [
    { ...POLICY, text: POLICY.text.replace('{}', '{ matchLabels: { app: a } }') },
    ...FILES.slice(1),
  ];
  const { base } = surroundingsOf(treesOf(FILES, head), NEWEST)();
  expect(base.manifests.map(({ namespace, kind }) => `${namespace}/${kind}`).sort()).toEqual([
    'minio/NetworkPolicy',
    'runner/ConfigMap',
    'runner/Deployment',
  ]);
});
