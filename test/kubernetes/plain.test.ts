import { readFileSync } from 'node:fs';
import { k8s } from 'cdk8s-plus-27';
import { API_VERSIONS } from '../../src/kubernetes/object';
import { API_NAMES } from '../../src/kubernetes/plain';

test('every field whose name differs between the types and the API is renamed', () => {
  const source = readFileSync(require.resolve('cdk8s-plus-27/lib/imports/k8s.js'), 'utf8');
  const pairs = [...source.matchAll(/'([^']+)': [^\n]*?obj\.(\w+)/g)].map(
    ([, api, type]) => [type!, api!] as const,
  );
  expect(pairs.length).toBeGreaterThan(1000);
  // The rest belongs to JSON Schema inside of CustomResourceDefinitions, which are not written here.
  const renamed = pairs.filter(([type, api]) => type !== api && !/^(x-|\$)/.test(api));
  expect(API_NAMES).toEqual(Object.fromEntries(renamed));
});

test.each(Object.entries(API_VERSIONS))('%s has the API version of its type', (kind, apiVersion) => {
  const kinds = k8s as unknown as Record<string, { GVK: { apiVersion: string; kind: string } }>;
  expect(kinds[`Kube${kind}`]!.GVK).toMatchObject({ apiVersion, kind });
});
