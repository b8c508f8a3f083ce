import { LATER } from '../../src/config/later';
import { parseConfiguration } from '../../src/config/parse';

/** Every choice of the configuration page that is not built yet: what is written, where that stands, what is told. */
const CHOICES = [
  ['store: { kind: s3, bucket: b }', '2:16', 'store.kind "s3"; use "minio"'],
  ['store: { kind: gcs }', '2:16', 'store.kind "gcs"; use "minio"'],
  ['store: { kind: azure }', '2:16', 'store.kind "azure"; use "minio"'],
  ['store: { nodes: 4 }', '2:17', 'store.nodes 4; use 1'],
  [
    'store: { tls: { kind: certManager, issuer: { name: ca } } }',
    '2:23',
    'store.tls.kind "certManager"; use "none"',
  ],
  ['store: { tls: { kind: secret, name: minio-tls } }', '2:23', 'store.tls.kind "secret"; use "none"'],
  [
    'store: { exposure: { kind: ingress, host: h } }',
    '2:28',
    'store.exposure.kind "ingress"; use "internal"',
  ],
  [
    'store: { exposure: { kind: httpRoute, host: h } }',
    '2:28',
    'store.exposure.kind "httpRoute"; use "internal"',
  ],
  ['cluster: { provider: gke }', '2:22', 'cluster.provider "gke"; use "any"'],
  ['cluster: { provider: gke-autopilot }', '2:22', 'cluster.provider "gke-autopilot"; use "any"'],
  ['cluster: { provider: eks }', '2:22', 'cluster.provider "eks"; use "any"'],
  ['cluster: { provider: aks }', '2:22', 'cluster.provider "aks"; use "any"'],
  [
    'monitoring: { kind: prometheusOperator, labels: {} }',
    '2:21',
    'monitoring.kind "prometheusOperator"; use "none"',
  ],
] as const;

test.each(CHOICES)('%s is refused by itself, with what is there today', (text, place, told) => {
  const { model, faults } = parse(text);
  expect(model).toBeUndefined();
  expect(faults.map(({ line, column, message }) => `${String(line)}:${String(column)} ${message}`)).toEqual([
    `${place} Not built yet: ${told}`,
  ]);
});

test('No choice of the table is left out here', () => {
  const inTable = LATER.reduce((count, { values }) => count + Math.max(values.length, 1), 0);
  expect(CHOICES).toHaveLength(inTable);
});

test('What stands beside a choice that is not built yet is not judged; what has nothing to do with it is', () => {
  const { faults } = parse('store: { kind: s3, endpoint: e, nodes: many }\ncache: { bukket: b }');
  expect(faults.map(({ path }) => path)).toEqual(['store.kind', 'cache.bukket']);
});

function parse(text: string): ReturnType<typeof parseConfiguration> {
  return parseConfiguration(`gitlab: { url: https://gitlab.example.com }\n${text}\n`);
}
