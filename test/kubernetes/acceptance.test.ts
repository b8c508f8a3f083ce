import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/checks/catalog';
import { homelessFaults } from '../../src/config/homeless';
import { SCANNER_IDS } from '../../src/facts/scanner-ids';
import { scannerAnnotations } from '../../src/kubernetes/acceptance';
import { newApp, RunnerCache } from '../../src/runner-cache';
import { manifestsOf } from '../manifests/load';

const CONFIGURATION = `gitlab: { url: https://gitlab.example.com }
exceptions:
  - { check: no-egress-policy, object: Deployment/minio/minio, reason: a firewall does it }
  - { check: cpu-limit, object: Job/minio/minio-keys-*, reason: it runs once }
`;

const EXEMPT_BINDING = { 'polaris.fairwinds.com/rolebindingRolePodExecAttach-exempt': 'true' };

const annotationsOf = (kind: string, name: RegExp): Readonly<Record<string, string>> =>
  manifestsOf(CONFIGURATION).find(({ object }) => object.kind === kind && name.test(object.metadata.name))!
    .object.metadata.annotations ?? {};

test('An exception of the configuration stands on its object, with the ignore of each scanner beside it', () => {
  const annotations = annotationsOf('Deployment', /^minio$/);
  expect(annotations).toMatchObject({
    'accept.runner-cache/no-egress-policy': 'a firewall does it',
    'polaris.fairwinds.com/missingNetworkPolicy-exempt': 'true',
    'kube-score/ignore':
      'container-image-pull-policy,deployment-replicas,deployment-strategy,pod-networkpolicy',
  });
  expect(Object.values(annotations)).toContain('CKV2_K8S_6=a firewall does it');
});

test('A star stands for the hash in the name of a Job', () => {
  expect(annotationsOf('Job', /^minio-keys/)['accept.runner-cache/cpu-limit']).toBe('it runs once');
  expect(annotationsOf('Job', /^minio-bucket/)['accept.runner-cache/cpu-limit']).toBeUndefined();
});

test('Pod templates get none: each new reason would restart the pods', () => {
  const templates = manifestsOf(CONFIGURATION).map(({ object }) => JSON.stringify(object.spec ?? {}));
  expect(templates.filter((template) => /accept\.runner-cache|kube-score|checkov/.test(template))).toEqual(
    [],
  );
});

test('Polaris asks the same of the binding of a Role, and is told there too', () => {
  const bindings = manifestsOf(CONFIGURATION).filter(({ object }) => object.kind === 'RoleBinding');
  expect(bindings.map(({ path, object }) => [path, object.metadata.annotations])).toEqual([
    ['gitlab-jobs/RoleBinding.gitlab-runner.k8s.yaml', EXEMPT_BINDING],
    ['gitlab-runner/RoleBinding.minio-keys.k8s.yaml', undefined],
    ['minio/RoleBinding.minio-keys.k8s.yaml', undefined],
  ]);
});

test.each([
  ['with a purgeToken', 'cache: { purgeToken: now }', ['accept.runner-cache/bucket-purged']],
  ['without', 'cache: { bucket: a-bucket }', []],
])('The scripts of the bucket are accepted where they purge: %s', (_, cache, names) => {
  const manifests = manifestsOf(`gitlab: { url: https://gitlab.example.com }\n${cache}\n`);
  const { object } = manifests.find(({ path }) => path.endsWith('ConfigMap.minio-bucket-init.k8s.yaml'))!;
  expect(Object.keys(object.metadata.annotations ?? {})).toEqual(names);
});

test('The skips of Checkov are numbered over all checks', () => {
  const skips = scannerAnnotations({
    'accept.runner-cache/secret-as-env': 'a',
    'accept.runner-cache/image-digest': 'b',
    'accept.runner-cache/job-ttl': 'c',
    other: 'd',
  });
  expect(skips).toEqual({
    'checkov.io/skip1': 'CKV_K8S_35=a',
    'checkov.io/skip2': 'CKV_K8S_43=b',
    'ignore-check.kube-linter.io/job-ttl-seconds-after-finished': 'c',
  });
});

test('An exception for an object that there is not is refused, with the one that was meant', () => {
  const props = {
    gitlab: { url: 'https://gitlab.example.com' },
    exceptions: [{ check: 'cpu-limit', object: 'Deployment/minio/minoi', reason: 'it is' }],
  };
  expect(() => new RunnerCache(newApp(), 'cache', props)).toThrow(
    'exceptions[0].object  Cannot find object "Deployment/minio/minoi" in the manifests; did you mean "Deployment/minio/minio"?',
  );
  expect(homelessFaults([])).toEqual([]);
});

test('The ids that a configuration may name are those of the checks: npm run docs', () => {
  const file = join(__dirname, '..', '..', 'src', 'facts', 'check-ids.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(RULES.map(({ id }) => id).sort());
});

test('What scanners call a check is a check', () => {
  const ids = RULES.map(({ id }) => id);
  expect(Object.keys(SCANNER_IDS).filter((id) => !ids.includes(id))).toEqual([]);
});
