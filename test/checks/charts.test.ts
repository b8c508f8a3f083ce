import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE_CHECKS } from '../../src/checks/cache';
import { judge } from '../../src/checks/judge';
import { NEWEST } from '../../src/api/release';
import { System } from '../../src/system/system';
import { manifestsOf } from '../../src/manifests/manifests';
import { pathText } from '../../src/manifests/value';

/**
 * What `helm template` gives of MinIO's chart 5.4.0 and GitLab Runner's 0.86.0, beside the Secret that a person writes:
 * `seed` with the values of the recipe of 2018 in today's keys, `seed-literal` with its keys letter for letter, `best`
 * with all that the charts let a careful person harden. What scanners see is not told here; none of them sees any of this.
 */
function toldOf(render: string): string[] {
  const folder = join(__dirname, 'charts', render);
  const files = readdirSync(folder)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const system = new System(manifestsOf(files), NEWEST);
  return judge(system, CACHE_CHECKS).map(({ check, file, place, path }) => {
    const line = files.find(({ path: name }) => name === file)!.text.split('\n')[place.line - 1]!;
    return `${check}: ${file}, ${pathText(path)}: ${line.trim()}`;
  });
}

test('the recipe of 2018 in today’s keys: all its mistakes are told, and where', () => {
  expect(toldOf('seed')).toEqual([
    'bucket-purged: minio-scripts.yaml, data.initialize: createBucket my-gitlab-runner-cache "none" true false false',
    'minio-default-console-user: minio-scripts.yaml, data.add-user: echo console123 >> $MINIO_ACCESSKEY_SECRETKEY_TMP',
    'minio-public-metrics: minio.yaml, spec.template.spec.containers[0].env[2].value: value: public',
    'runner-job-namespace: runner-config.yaml, data."config.template.toml": [runners.kubernetes]',
    'runner-privileged-jobs: runner-config.yaml, data."config.template.toml": privileged = true',
    'runner-checksum-window: runner.yaml, spec.template.spec.containers[0].image: image: registry.gitlab.com/gitlab-org/gitlab-runner:alpine-v18.9.0',
    'cache-root-keys: runner.yaml, spec.template.spec.volumes[2].projected.sources[0].secret: name: s3access',
    'secret-value-whitespace: secrets.yaml, data.accesskey: accesskey: TVlLRVkK',
    'secret-value-whitespace: secrets.yaml, data.secretkey: secretkey: TVlTRUNSRVRLRVkK',
  ]);
});

test('the recipe of 2018 letter for letter: the cache that is gone is told', () => {
  expect(toldOf('seed-literal')).toEqual([
    'minio-default-console-user: minio-scripts.yaml, data.add-user: echo console123 >> $MINIO_ACCESSKEY_SECRETKEY_TMP',
    'minio-public-metrics: minio.yaml, spec.template.spec.containers[0].env[2].value: value: public',
    'cache-missing: runner-config.yaml, data."config.template.toml": [[runners]]',
    'secret-value-whitespace: secrets.yaml, data.accesskey: accesskey: TVlLRVkK',
    'secret-value-whitespace: secrets.yaml, data.secretkey: secretkey: TVlTRUNSRVRLRVkK',
  ]);
});

test('the charts at their best: what they leave is told, and nothing else', () => {
  expect(toldOf('best')).toEqual([
    'minio-public-metrics: minio.yaml, spec.template.spec.containers[0].env[2].value: value: public',
    'runner-checksum-window: runner.yaml, spec.template.spec.containers[0].image: image: registry.gitlab.com/gitlab-org/gitlab-runner:alpine-v18.9.0',
  ]);
});
