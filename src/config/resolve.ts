import { isUpstreamServer } from '../model/deleted-images';
import type { Delivery } from '../model/delivery';
import type { Endpoint } from '../model/endpoint';
import { RUNNER_PRESETS, SERVER_PRESETS, TOOLS_IMAGE, type ServerPreset } from '../model/presets';
import { mirrored, referenceOf } from '../model/image';
import { dnsLabel, type DnsLabel } from '../model/kubernetes-name';
import { bucketsOf, type Credentials, type MinioStore, type Model, type Runner } from '../model/model';
import { NAMES } from '../model/names';
import type { Settings } from '../model/settings';
import { Size, size } from '../model/size';
import { DEFAULTS, namespaceFor } from './defaults';
import type { Fault, Path } from './fault';
import { helperImage, imageOf, versionOf } from './resolve-image';
import { tokenOf } from './resolve-token';
import type { Configuration, RunnerConfiguration } from './schema';

export interface Resolved {
  /** Undefined where there are faults. */
  readonly model: Model | undefined;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** Fills in what depends on other keys, and joins what the schema cannot see together. */
export function resolve(config: Configuration): Resolved {
  const faults: Fault[] = [];
  const attempt = <Value>(path: Path, make: () => Value): Value | undefined => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      faults.push({ path, message: error.message });
      return undefined;
    }
  };
  const store = attempt(['store', 'image'], () => resolveStore(config));
  const runners = config.runners.map((runner, index) => {
    const token = attempt(['runners', index, 'token', 'store'], () =>
      tokenOf(runner.token, config.credentials),
    );
    const resolved = attempt(['runners', index, 'image'], () => resolveRunner(runner, config));
    return token && resolved && { ...resolved, token };
  });
  const warnings = warningsOf(config);
  const complete = runners.filter((runner) => runner !== undefined);
  if (store === undefined || complete.length < runners.length) return { model: undefined, faults, warnings };
  const { gitlab, cluster, images, cache } = config;
  const model: Model = {
    gitlab: { url: gitlab.url, caSecret: gitlab.caSecret },
    cache: {
      expireAfterDays: cache.expireAfterDays,
      maxArchive: maxArchiveOf(
        cache.maxArchive,
        store.storage.size.share(100 / bucketsOf({ runners: complete }).length),
      ),
      verify: cache.verify,
      purgeToken: cache.purgeToken,
    },
    store,
    credentials: config.credentials satisfies Credentials,
    // It stands in a file of its own, which is judged with the whole model.
    sealed: {},
    runners: complete,
    images,
    cluster,
    delivery: config.delivery satisfies Delivery,
    exceptions: config.exceptions,
  };
  return { model, faults, warnings };
}

/** Unsaid, it fits a bucket's part of the store: MinIO takes an archive only while twice its size is free. */
function maxArchiveOf(said: Configuration['cache']['maxArchive'], part: Size): Size {
  if (said === 0) return Size.ofBytes(0);
  if (said !== undefined) return said;
  const fallback = size(DEFAULTS.cache.maxArchive);
  return fallback.bytes * 2 <= part.bytes ? fallback : part.share(50);
}

function resolveStore({ store, images, cluster }: Configuration): MinioStore {
  const { preset, name } = imageOf(store.image, SERVER_PRESETS);
  const endpoint: Endpoint = {
    host: `${NAMES.minio}.${store.namespace}.svc.${cluster.domain}`,
    port: MINIO_PORT,
    tls: false,
  };
  const reference = mirrored(referenceOf(name), images.registry);
  const toolsImage = preset.tools ? reference : mirrored(referenceOf(TOOLS_IMAGE), images.registry);
  return {
    kind: 'minio',
    namespace: store.namespace,
    storage: storageOf(store.storage),
    region: store.region,
    endpoint,
    server: { reference, hasShell: preset.tools },
    toolsImage,
  };
}

const MINIO_PORT = 9000;

/** Says an absent class as undefined, which the model asks for. */
function storageOf(storage: Configuration['store']['storage']): MinioStore['storage'] {
  return storage.kind === 'volume' ? { ...storage, storageClass: storage.storageClass } : storage;
}

function resolveRunner(runner: RunnerConfiguration, config: Configuration): Omit<Runner, 'token'> {
  const { name, jobs } = runner;
  const { registry } = config.images;
  const { name: image } = imageOf(runner.image, RUNNER_PRESETS);
  const version = versionOf(image);
  const named = (prefix: string): DnsLabel => dnsLabel(namespaceFor(prefix, name));
  return {
    name,
    namespace: runner.namespace ?? named(DEFAULTS.runner.namespace),
    concurrent: runner.concurrent,
    image: mirrored(referenceOf(image), registry),
    version,
    helperImage: registry === '' ? undefined : mirrored(helperImage(version), registry),
    jobs: {
      namespace: jobs.namespace ?? named(DEFAULTS.runner.jobs.namespace),
      image: mirrored(jobs.image, registry),
      docker: jobs.docker,
    },
    cache: {
      bucket: runner.cache.bucket ?? config.cache.bucket,
      path: runner.cache.path ?? config.cache.path,
      shared: runner.cache.shared ?? config.cache.shared,
    },
    settings: runner.settings as Settings,
  };
}

function warningsOf({ store, credentials, runners }: Configuration): Fault[] {
  const warn = (message: string | undefined, path: Path): Fault[] =>
    message === undefined ? [] : [{ path, message: `Warning: ${message}` }];
  return [
    ...warn(serverWarning(store.image), ['store', 'image']),
    ...warn(
      credentials.kind === 'plaintext'
        ? 'the keys stand in the manifests in clear; use "generated"'
        : undefined,
      ['credentials', 'kind'],
    ),
    ...runners.flatMap(({ token }, index) =>
      warn(
        token.kind === 'plaintext' ? 'the token stands in the manifests in clear; use "existing"' : undefined,
        ['runners', index, 'token', 'kind'],
      ),
    ),
  ];
}

/** A copy of the upstream image is no safer than the preset. */
function serverWarning(image: Configuration['store']['image']): string | undefined {
  const said = typeof image === 'string' ? { preset: image } : image;
  const preset: ServerPreset = SERVER_PRESETS[said.preset];
  const repository = 'repository' in said ? said.repository : undefined;
  const isUpstream = repository !== undefined && isUpstreamServer(repository);
  return isUpstream ? SERVER_PRESETS.upstream.warning : preset.warning;
}
