import { readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { release } from '../../src/api/release';
import { judgeAndAccept } from '../../src/checks/accepted';
import { CHECKS, RULES } from '../../src/checks/catalog';
import { leavesBelow } from '../../src/imported/leaf';
import { faultsText, reportOf } from '../../src/imported/report';
import { manifestsOf as read } from '../../src/manifests/manifests';
import { System } from '../../src/system/system';
import { manifestsOf } from '../manifests/load';
import { GITLAB, imported, RECIPE, sourcesOf, VALUES } from './load';

const url = 'https://gitlab.example.com';
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
const WHOLE: readonly (readonly [words: readonly string[], configuration: object])[] = [
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

test.each(WHOLE)('%j: what comes out is a configuration', (words, configuration) => {
  const { text, faults } = imported(words);
  expect(faults).toEqual([]);
  const { gitlab, ...rest } = parse(text!) as { gitlab: { url: string } };
  expect(gitlab.url.replace(/\/$/, '')).toBe(url);
  expect(rest).toEqual(configuration);
});

test.each(WHOLE)('%j: its manifests are made, and the checks have nothing to tell of them', (words) => {
  const files = manifestsOf(imported(words).text!).map(({ path, text }) => ({ path, text }));
  const ids = new Set(RULES.map(({ id }) => id));
  const { findings } = judgeAndAccept(new System(read(files), release('1.37')), CHECKS, ids);
  expect(findings.map(({ check, file, message }) => `${check} ${file} ${message}`)).toEqual([]);
});

test.each(WHOLE)('%j: what becomes of each value is told once', (words) => {
  const leaves = sourcesOf(words)
    .flatMap((source) => ('leaves' in source ? source.leaves : []))
    .filter(({ path }) => !/^config(?:Override)?$/.test(String(path[1])));
  const { entries } = imported(words);
  const told = entries
    .filter(
      ({ leaf }) => !leaf.place.file.startsWith('default of') && !/^runners\.config\w*: /.test(leaf.told),
    )
    .map(({ leaf }) => `${leaf.place.file} ${leaf.told}`);
  expect(told.sort()).toEqual(leaves.map(({ place, told: path }) => `${place.file} ${path}`).sort());
});

/** What cannot become a configuration, and why. */
const REFUSED: readonly (readonly [words: readonly string[], faults: string])[] = [
  [
    ['external-s3'],
    'external-s3.yaml:5  runners.cache.s3ServerAddress  Cannot use the server "s3.eu-central-1.amazonaws.com", which is no Service of the cluster. Not built yet: `store.kind` "s3", "gcs" and "azure"; runner-cache brings a MinIO of its own: say the address as "minio.minio:9000" to have it',
  ],
  [
    ['aws-by-default'],
    'aws-by-default.yaml:8  runners.config: runners.cache.s3.BucketName  Cannot use a bucket without ServerAddress, which is one of AWS. Not built yet: `store.kind` "s3", "gcs" and "azure"; runner-cache brings a MinIO of its own: say the address as "minio.minio:9000" to have it',
  ],
  [
    ['gcs'],
    'gcs.yaml:4  runners.cache.cacheType  Cannot use cache type "gcs". Not built yet: `store.kind` "s3", "gcs" and "azure"; runner-cache brings a MinIO of its own: say "s3" to have it',
  ],
  [
    ['azure-toml'],
    'azure-toml.yaml:6  runners.config: runners.cache.Type  Cannot use cache type "azure". Not built yet: `store.kind` "s3", "gcs" and "azure"; runner-cache brings a MinIO of its own: say "s3" to have it',
  ],
  [
    ['two-runners'],
    'two-runners.yaml:3  runners.configOverride  Cannot import 2 runners at once: expected one [[runners]]; import each alone, and join them as a list below `runners`',
  ],
  [
    ['no-gitlab'],
    'gitlabUrl  Cannot tell where GitLab is: no values say it; add `--set gitlabUrl=https://gitlab.example.com`',
  ],
  [
    ['s3access'],
    's3access.yaml:1  Cannot import a manifest (Secret): expected the values file of a chart; `runner-cache check` judges manifests',
  ],
  [
    ['foreign'],
    'foreign.yaml:2  controller.replicaCount  Cannot find the chart of these values: expected those of "gitlab/gitlab-runner", "minio/minio", "stable/minio", "bitnami/minio"',
  ],
  [
    ['ambiguous'],
    'ambiguous.yaml:2  persistence.enabled  Cannot tell the chart of these values: "minio/minio", "stable/minio", "bitnami/minio" know them alike; say which with `--chart minio/minio`',
  ],
  [
    ['broken'],
    'broken.yaml:3  Cannot use ":" inside of a value: expected quotes around the value, or the next key in the column of its map',
  ],
  [
    ['broken-toml'],
    'broken-toml.yaml:6  runners.config  Cannot read this TOML; write out what stands in {{ }}, which only Helm fills in',
  ],
  [
    ['small-volume', GITLAB],
    'small-volume.yaml:7  buckets[0].name  Cannot use bucket name "Bad_Name": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"',
  ],
  [
    ['small-volume', GITLAB, 'buckets[0].name=good-name'],
    'small-volume.yaml:5  persistence.size  Cannot use a store of 100Mi: expected 256Mi or more',
  ],
];

test.each(REFUSED)('%j: what cannot be imported names its reason', (words, text) => {
  const { faults } = imported(words);
  expect(faultsText(faults)).toBe(`${text}\n`);
});

test('each file is tried', () => {
  const tried = [...WHOLE, ...REFUSED].flatMap(([words]) => words);
  const files = readdirSync(VALUES).map((name) => name.replace('.yaml', ''));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !tried.includes(file))).toEqual([]);
});

/** Keys of which the values are secrets, in all files. */
const SECRET_KEYS =
  /(?:^|\.)(?:accessKey|secretKey|rootUser|rootPassword|password|runnerToken|runnerRegistrationToken)$/;

test.each([...WHOLE, ...REFUSED])('%j: no secret is told', (words) => {
  const { text = '', entries, faults } = imported(words);
  const said = `${text}${reportOf(entries)}${faultsText(faults)}`;
  const secrets = sourcesOf(words)
    .flatMap((source) => ('leaves' in source ? source.leaves : []))
    .filter(({ told }) => SECRET_KEYS.test(told))
    .map(({ value }) => String(value).trim())
    // The chart's own are told, as everybody knows them.
    .filter((value) => value.length > 5 && !/^console|^runner$/.test(value));
  expect(secrets.filter((secret) => said.includes(secret))).toEqual([]);
  expect(said).not.toContain('npm_abcdef');
  expect(said).not.toContain('runner-secret');
});

test('a value is told in the order of the files and of their lines', () => {
  const { entries } = imported(['minio', 'config-runner']);
  const places = entries.map(({ leaf }) => [leaf.place.file, leaf.place.line] as const);
  const sorted = [...places].sort(
    ([a, x = 0], [b, y = 0]) => Number(a !== 'minio.yaml') - Number(b !== 'minio.yaml') || x - y,
  );
  expect(places.filter(([file]) => file.endsWith('.yaml'))).toEqual(
    sorted.filter(([file]) => file.endsWith('.yaml')),
  );
});

test('leaves of nothing are nothing', () => {
  expect(leavesBelow({ a: {}, b: [null], c: { d: 1 } })).toEqual([
    [['a'], {}],
    [['b', 0], null],
    [['c', 'd'], 1],
  ]);
});
