import { manifestsOf } from '../../src/manifests/manifests';
import { Namespaces } from '../../src/network/namespaces';
import { Network, port, type FarEnd } from '../../src/network/network';
import type { Pod } from '../../src/network/pod';
import { policyOf, type Direction } from '../../src/network/policy';
import { labels } from '../../src/network/selector';

export const NAMESPACES = `
apiVersion: v1
kind: Namespace
metadata: { name: minio, labels: { tier: store } }
---
apiVersion: v1
kind: Namespace
metadata: { name: jobs, labels: { tier: ci } }
`;

export const pod = (namespace: string, app: string, more: Partial<Pod> = {}): Pod => ({
  namespace,
  labels: labels({ app }),
  ports: [],
  isOnHost: false,
  ...more,
});
export const MINIO = pod('minio', 'minio', {
  ports: [
    { name: 's3', number: 9000, protocol: 'TCP' },
    { name: 'dns', number: 5353, protocol: 'UDP' },
  ],
});
export const INIT = pod('minio', 'init');
export const JOB: Pod = {
  ...pod('jobs', ''),
  labels: {
    values: new Map([
      ['job', undefined],
      ['team', 'web'],
    ]),
    open: false,
  },
};
export const ELSEWHERE = pod('elsewhere', 'minio');

/** Whether the policies of MinIO's namespace, given by their specs, let it pass. */
export function passes(
  specs: readonly string[],
  direction: Direction,
  far: FarEnd,
  ports = port(9000),
  near = MINIO,
): boolean {
  const policies = specs.map(
    (spec) =>
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: it, namespace: ${near.namespace} }\nspec: ${spec}\n`,
  );
  const { manifests, faults } = manifestsOf([
    { path: 'case.yaml', text: [NAMESPACES, ...policies].join('\n---\n') },
  ]);
  expect(faults).toEqual([]);
  const namespaces = new Namespaces(
    manifests.filter(({ kind }) => kind === 'Namespace'),
    new Set(['minio', 'jobs']),
  );
  const network = new Network(
    manifests.filter(({ kind }) => kind === 'NetworkPolicy').map(policyOf),
    namespaces,
  );
  return network.blocking(direction, near, far, ports).length === 0;
}

export const ALL = 'podSelector: {}';
export const minioNamed = 'namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: minio } }';
