import { createHash } from 'node:crypto';
import { stringify } from 'smol-toml';
import { addressOf } from '../model/endpoint';
import type { Model, Runner } from '../model/model';
import { NAMES } from '../model/names';
import {
  DOCKER_CERTS_VOLUME,
  environmentOf,
  HELPER_MEMORY,
  memoryRequestOfHelper,
} from '../model/runner-features';
import { joined, type Settings } from '../model/settings';

/** Metrics and readiness of the manager. */
export const METRICS_PORT = 9252;

/** Where GitLab's CA is mounted in the manager. */
export const GITLAB_CA_FOLDER = '/etc/gitlab-ca';

/** Files in the manager's ConfigMap. */
export const CONFIG_FILES = { config: 'config.toml', systemId: '.runner_system_id' } as const;

/**
 * Who the manager is to GitLab. Without it each start would add one more manager below the runner; it is the same for
 * two pods only while one takes over from the other.
 */
export function systemId({ namespace, name }: Runner): string {
  return `s_${createHash('sha256').update(`${namespace}/${name}`).digest('hex').slice(0, 12)}`;
}

/**
 * The manager's whole configuration. Nothing in it is secret: the token comes from the environment, and so do the S3
 * keys, which the runner takes from there while `AccessKey` is absent.
 */
export function runnerConfig(runner: Runner, model: Model): string {
  const text = stringify({
    concurrent: runner.concurrent,
    check_interval: 3,
    log_format: 'json',
    listen_address: `:${METRICS_PORT}`,
    runners: [joined(runnerSection(runner, model), withoutEnvironment(runner.settings))],
  });
  return text.replace(UNSAFE_IN_YAML, escaped).replace(NO_TOKEN, '"$1" = ');
}

/** Trivy (KSV-0109) takes any `token = ` for a token in a ConfigMap. In quotes it is the same key; only where the value is none. */
const NO_TOKEN = /^(\w*token) = (?="\$\{|(?:true|false)$)/gm;

/** The readers of YAML 1.1, as in kubectl, take these for line ends, or refuse the manifest. They stand in texts only. */
const UNSAFE_IN_YAML = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function runnerSection(runner: Runner, model: Model): Settings {
  const { gitlab, cache } = model;
  return {
    name: runner.name,
    url: gitlab.url,
    token: '${CI_SERVER_TOKEN}',
    ...(gitlab.caSecret === undefined ? {} : { 'tls-ca-file': `${GITLAB_CA_FOLDER}/ca.crt` }),
    executor: 'kubernetes',
    // One request at a time would let a long poll of GitLab hold back the next job.
    request_concurrency: Math.min(runner.concurrent, 4),
    environment: [...environmentOf(runner)].map(([name, value]) => `${name}=${value}`),
    cache: cacheSection(runner, model),
    kubernetes: kubernetesSection(runner, model),
    ...(cache.verify === 'boot' ? { experimental: { boot_verify: BOOT_VERIFY } } : {}),
  };
}

/** The manager writes an object and reads it back with a real job, and exits when it cannot. */
const BOOT_VERIFY = { enabled: true, verify_cache: true, timeout: '12m' };

function cacheSection({ cache: { bucket, path, shared } }: Runner, { cache, store }: Model): Settings {
  return {
    Type: 's3',
    Path: path,
    Shared: shared,
    ...(cache.maxArchive.bytes === 0 ? {} : { MaxUploadedArchiveSize: cache.maxArchive.bytes }),
    s3: {
      ServerAddress: addressOf(store.endpoint),
      Insecure: !store.endpoint.tls,
      BucketName: bucket,
      // With a region the manager signs offline; without one it would ask MinIO, and may not.
      BucketLocation: store.region,
      PathStyle: true,
      AuthenticationType: 'iam',
    },
  };
}

function kubernetesSection(runner: Runner, { images }: Model): Settings {
  const { jobs, helperImage } = runner;
  return {
    namespace: jobs.namespace,
    image: jobs.image,
    ...(helperImage === undefined ? {} : { helper_image: helperImage }),
    service_account: NAMES.job,
    automount_service_account_token: false,
    helper_memory_request: memoryRequestOfHelper(runner).toString(),
    helper_memory_limit: HELPER_MEMORY.limit.toString(),
    // The default of 180 s ends where a node must first be made, or a large image pulled.
    poll_timeout: 600,
    ...(jobs.docker ? dockerSection(images.registry) : {}),
  };
}

/** Any service image that a job may choose becomes privileged, so only docker's may be chosen. */
function dockerSection(registry: string): Settings {
  const names = [
    'docker',
    'docker.io/library/docker',
    ...(registry === '' ? [] : [`${registry}/library/docker`]),
  ];
  return {
    privileged: false,
    allowed_services: names.flatMap((name) => [`${name}:*-dind`, `${name}:*-dind-rootless`]),
    service_container_security_context: { privileged: true },
    volumes: { empty_dir: [{ name: DOCKER_CERTS_VOLUME, mount_path: '/certs/client', medium: 'Memory' }] },
  };
}

/** The environment of the settings is in `environmentOf` already. */
function withoutEnvironment(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => key !== 'environment'));
}
