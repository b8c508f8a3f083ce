import { AUTHENTICATION_CHECKS } from '../../../src/checks/cache/authentication';
import { found } from '../case';

/** Manifests around a runner, each of which can be made a little different. */
export const TOML = `concurrent = 4
[[runners]]
name = "main"
url = "https://gitlab.example.com"
token = "\${CI_SERVER_TOKEN}"
executor = "kubernetes"
[runners.cache]
Type = "s3"
Shared = true
[runners.cache.s3]
ServerAddress = "minio.minio.svc.cluster.local:9000"
Insecure = true
BucketName = "runner-cache"
BucketLocation = "us-east-1"
[runners.kubernetes]
namespace = "gitlab-jobs"
`;
export const without = (line: string): string =>
  TOML.split('\n')
    .filter((text) => !text.startsWith(line))
    .join('\n');
export const configMap = (toml: string, key = 'config.toml'): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'runner', namespace: 'ci' },
    data: { [key]: toml },
  });
export const service = (spec: unknown, namespace = 'minio'): string =>
  JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'minio', namespace }, spec });
export const PORTS = [{ name: 's3', port: 9000 }];
export const workload = (kind: string, name: string, spec: object, metadata = {}): string =>
  JSON.stringify({
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, namespace: name },
    spec: { replicas: 1, template: { metadata: { labels: { app: name } }, spec }, ...metadata },
  });
export const manager = (
  env: readonly unknown[],
  image = 'gitlab/gitlab-runner:alpine-v19.4.0',
  more = {},
): string =>
  workload('Deployment', 'ci', {
    containers: [{ name: 'runner', image, env, ...more }],
    volumes: [{ name: 'config', configMap: { name: 'runner' } }],
  });
export const minio = (container: object, spec = {}): string =>
  workload('Deployment', 'minio', {
    containers: [{ name: 'minio', image: 'pgsty/silo:RELEASE.1', args: ['server', '/data'], ...container }],
    ...spec,
  });
export const from = (name: string): unknown => ({
  name,
  valueFrom: { secretKeyRef: { name: 'keys', key: name } },
});
export const ROOT = [from('MINIO_ROOT_USER'), from('MINIO_ROOT_PASSWORD')];
export const KEYS = [from('AWS_ACCESS_KEY_ID'), from('AWS_SECRET_ACCESS_KEY'), from('CI_SERVER_TOKEN')];
export const script = (text: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'scripts', namespace: 'minio' },
    data: { 'bucket.sh': text },
  });
export const secret = (name: string, stringData: object, namespace = 'ci'): string =>
  JSON.stringify({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, stringData });
export const MADE = script('mc mb store/runner-cache\n');
export const IMAGE = 'gitlab/gitlab-runner:alpine-v19.4.0';
const CONFIG = { name: 'config', configMap: { name: 'runner' } };
export const S3ACCESS = { name: 'keys', secret: { secretName: 's3access' } };
/** The same with its keys under other names. */
export const s3accessAs = (paths: Readonly<Record<string, string>>): object => ({
  name: 'keys',
  secret: { secretName: 's3access', items: Object.entries(paths).map(([key, path]) => ({ key, path })) },
});
/** A manager with variables, volumes and other fields of its pods. */
export const running = (
  env: readonly unknown[],
  volumes: readonly object[] = [],
  spec: object = {},
): string =>
  workload('Deployment', 'ci', {
    containers: [
      { name: 'a', image: 'alpine:3.22' },
      { name: 'runner', image: IMAGE, env },
    ],
    volumes: [CONFIG, ...volumes],
    ...spec,
  });
export const inFile = (lines: string): string => configMap(TOML.replace('Insecure', `${lines}\nInsecure`));
export const inTemplate = (lines = ''): string =>
  configMap(TOML.replace('Insecure', `${lines}\nInsecure`), 'config.template.toml');

/** What is told of the keys of the runner. */
export const toldOfKeys = (...objects: readonly string[]): readonly string[] =>
  found(objects.join('\n---\n'), AUTHENTICATION_CHECKS).map(({ check }) => check);
