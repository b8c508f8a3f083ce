import { find, manifestsOf } from '../manifests/load';

const GITLAB = 'gitlab: { url: https://gitlab.example.com }\n';

interface Rule {
  from?: unknown[];
  to?: unknown[];
  ports?: { port: number; protocol: string }[];
}
interface Policy {
  podSelector: Record<string, unknown>;
  policyTypes: string[];
  ingress?: Rule[];
  egress?: Rule[];
}

const policyOf = (name: string, configuration = ''): Policy =>
  find(manifestsOf(GITLAB + configuration), 'NetworkPolicy', name).spec as Policy;
const pods = (namespace: string, podSelector: object) => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
  podSelector,
});
const jobPods = (namespace: string) =>
  pods(namespace, { matchExpressions: [{ key: 'job.runner.gitlab.com/pod', operator: 'Exists' }] });
const named = (namespace: string, name: string) =>
  pods(namespace, { matchLabels: { 'app.kubernetes.io/name': name } });

test.each(['minio', 'gitlab-runner', 'gitlab-jobs'])(
  'in %s nothing passes that no policy allows',
  (namespace) => {
    expect(policyOf(`${namespace}/default-deny`)).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
  },
);

test('MinIO is reached by job pods, bucket-init and the keeper only, and reaches nobody', () => {
  const { ingress, egress } = policyOf('minio/minio');
  expect(ingress).toEqual([
    {
      from: [
        named('minio', 'minio-bucket-init'),
        named('minio', 'minio-bucket-keeper'),
        jobPods('gitlab-jobs'),
      ],
      ports: [{ port: 9000, protocol: 'TCP' }],
    },
  ]);
  expect(egress).toBeUndefined();
});

test('the job pods of every runner reach MinIO', () => {
  const { ingress } = policyOf('minio/minio', 'runners: [{ name: a }, { name: b }]\n');
  expect(ingress![0]!.from).toEqual([
    named('minio', 'minio-bucket-init'),
    named('minio', 'minio-bucket-keeper'),
    jobPods('gitlab-jobs-a'),
    jobPods('gitlab-jobs-b'),
  ]);
});

test.each(['minio-bucket-init', 'minio-bucket-keeper'])(
  '%s reaches names and MinIO, and nobody reaches it',
  (name) => {
    const { ingress, egress } = policyOf(`minio/${name}`);
    expect(ingress).toBeUndefined();
    expect(egress!.slice(1)).toEqual([
      { to: [named('minio', 'minio')], ports: [{ port: 9000, protocol: 'TCP' }] },
    ]);
    expect(egress![0]!.ports!.map(({ port }) => port)).toEqual([53, 53]);
  },
);

test('nobody reaches the manager, whose metrics tell of jobs', () => {
  expect(policyOf('gitlab-runner/gitlab-runner').ingress).toBeUndefined();
});

test.each([
  ['https://gitlab.example.com', [443, 6443, 8443, 16443]],
  ['http://gitlab.example.com', [80, 443, 6443, 8443, 16443]],
  ['https://gitlab.example.com:8929/gitlab', [443, 6443, 8443, 8929, 16443]],
])('the manager reaches GitLab at %s, and the API server', (url, ports) => {
  const { egress } = find(
    manifestsOf(`gitlab: { url: '${url}' }\n`),
    'NetworkPolicy',
    'gitlab-runner/gitlab-runner',
  ).spec as Policy;
  expect(egress!.flatMap((rule) => rule.ports?.map(({ port }) => port) ?? [])).toEqual([53, 53, ...ports]);
});

test('the ports of the API server are said once, for all who need it', () => {
  for (const name of ['minio/minio-keys', 'gitlab-runner/gitlab-runner']) {
    const { egress } = policyOf(name, 'cluster: { apiServerPorts: [7443] }\n');
    expect(egress!.at(-1)!.ports!.map(({ port }) => port)).toContain(7443);
    expect(egress!.at(-1)!.ports!.map(({ port }) => port)).not.toContain(6443);
  }
});

test("jobs reach MinIO, names and the world, but not the node's identity", () => {
  const { podSelector, ingress, egress } = policyOf('jobs');
  expect(podSelector).toEqual({
    matchExpressions: [{ key: 'job.runner.gitlab.com/pod', operator: 'Exists' }],
  });
  expect(ingress).toBeUndefined();
  expect(egress).toEqual([
    {
      ports: [
        { port: 53, protocol: 'UDP' },
        { port: 53, protocol: 'TCP' },
      ],
    },
    { to: [named('minio', 'minio')], ports: [{ port: 9000, protocol: 'TCP' }] },
    {
      to: [
        {
          ipBlock: {
            cidr: '0.0.0.0/0',
            except: ['100.100.100.200/32', '168.63.129.16/32', '169.254.0.0/16'],
          },
        },
        { ipBlock: { cidr: '::/0', except: ['fd00:ec2::/32', 'fd20:ce::254/128', 'fe80::/10'] } },
      ],
    },
  ]);
});
