import { GITLAB, RECIPE } from './load';

export const url = 'https://gitlab.example.com';
const volume = (size: string, more: object = {}) => ({ storage: { kind: 'volume', size, ...more } });

/** Of `many-settings.yaml`: what the runner knows, what we do not write ourselves, and no secret. */
const MANY_SETTINGS = {
  environment: ['FF_USE_FASTZIP=true', 'CACHE_COMPRESSION_FORMAT=tarzstd'],
  request_concurrency: 8,
  pre_build_script: '  echo hello\n  ',
  kubernetes: {
    poll_timeout: 900,
    cpu_request: '500m',
    memory_limit: '4Gi',
    pull_policy: ['if-not-present'],
    node_selector: { 'kubernetes.io/arch': 'amd64' },
    pod_labels: { team: 'platform' },
    volumes: { empty_dir: [{ name: 'scratch', mount_path: '/scratch' }] },
    affinity: {
      node_affinity: {
        required_during_scheduling_ignored_during_execution: {
          node_selector_terms: [{ match_expressions: [{ key: 'ci', operator: 'Exists' }] }],
        },
      },
    },
  },
};

/** What comes out of values files and flags, but for `gitlab`. */
export const WHOLE: readonly (readonly [words: readonly string[], configuration: object])[] = [
  [
    ['config-runner', RECIPE],
    {
      cache: { bucket: 'my-gitlab-runner-cache', path: 'gitlab-runner' },
      runners: [{ jobs: { image: 'alpine:3.8', docker: true } }],
    },
  ],
  [['stable-minio', GITLAB], { cache: { bucket: 'gitlab-cache' }, store: volume('10Gi') }],
  [
    ['minio', GITLAB],
    {
      cache: { bucket: 'ci-cache' },
      store: { ...volume('100Gi', { storageClass: 'fast' }), region: 'eu-central-1' },
    },
  ],
  [
    ['bitnami', GITLAB],
    {
      cache: { bucket: 'runner-cache-bitnami' },
      store: { ...volume('20Gi', { storageClass: 'standard' }), region: 'eu-west-1' },
      cluster: { domain: 'k8s.example.com' },
    },
  ],
  [['bitnami-provisioning', GITLAB], { cache: { bucket: 'ci-cache', expireAfterDays: 30 } }],
  [['purge', GITLAB], { cache: { bucket: 'my-gitlab-runner-cache' } }],
  [
    ['distributed', GITLAB],
    {
      cache: { bucket: 'ci-cache' },
      store: {
        ...volume('1Ti'),
        image: { repository: 'docker.io/pgsty/silo', tag: 'RELEASE.2026-09-16T00-00-00Z' },
      },
    },
  ],
  [
    ['several-buckets', 'runner-of-second-bucket'],
    {
      cache: { bucket: 'ci-cache', path: 'builds', shared: false },
      store: { namespace: 'storage' },
      runners: [{ token: { kind: 'existing', secret: 'my-runner-token', key: 'runner-token' } }],
    },
  ],
  [['existing-secrets', GITLAB], { cache: { bucket: 'cache-of-jobs' }, store: volume('500Gi') }],
  [['newline', GITLAB], { cache: { bucket: 'cache' } }],
  [['tls-and-ingress', GITLAB], { cache: { bucket: 'secure-cache' }, store: volume('50Gi') }],
  [['wrong-case'], { cache: { bucket: 'team-cache' }, runners: [{ concurrent: 20 }] }],
  [['runner'], {}],
  [['docker-socket'], { runners: [{ jobs: { image: 'docker:27' } }] }],
  [['typos'], { runners: [{ jobs: { image: 'alpine:3.20' } }] }],
  [
    ['umbrella'],
    {
      cache: { bucket: 'of-umbrella' },
      store: volume('30Gi'),
      runners: [{ concurrent: 5, jobs: { image: 'alpine:3.20' } }],
    },
  ],
  [
    ['runner-0.94'],
    {
      cache: { verify: 'off' },
      runners: [
        {
          concurrent: 4,
          image: { tag: 'alpine-v19.2.2' },
          jobs: { namespace: 'jobs-of-ci', image: 'alpine:3.20' },
        },
      ],
    },
  ],
  [
    ['runner-2018-full'],
    {
      cache: { bucket: 'ci-cache', path: 'runner' },
      store: { namespace: 'objects' },
      runners: [
        {
          concurrent: 15,
          jobs: { namespace: 'ci-builds', image: 'ubuntu:16.04' },
          settings: {
            kubernetes: {
              pull_policy: 'if-not-present',
              image_pull_secrets: ['registry-credentials'],
              poll_timeout: 180,
              node_selector: { disk: 'ssd' },
              node_tolerations: { 'ci=true': 'NoSchedule' },
              pod_labels: { team: 'platform' },
              cpu_limit: '2',
              memory_limit: '2Gi',
              cpu_request: '100m',
              memory_request: '128Mi',
              service_cpu_limit: '200m',
              service_memory_request: '64Mi',
              helper_cpu_limit: '200m',
            },
            output_limit: 4096,
            environment: ['HTTP_PROXY=http://proxy:3128'],
          },
        },
      ],
    },
  ],
  [
    ['many-settings'],
    {
      cache: { bucket: 'ci-bucket', maxArchive: '2Gi' },
      store: { namespace: 'minio-ci', region: 'eu-west-1' },
      runners: [
        {
          concurrent: 50,
          jobs: { namespace: 'ci-jobs', image: 'ubuntu:24.04', docker: true },
          settings: MANY_SETTINGS,
        },
      ],
    },
  ],
];
