import type { ConfigurationInput } from '../../src/config/schema';
import { tryVersionIn, isAtLeast } from '../../src/model/version';
import { size } from '../../src/model/size';
import { isTable, listOf, type Settings } from '../../src/model/settings';

type RunnerInput = NonNullable<ConfigurationInput['runners']>[number];
type StorageInput = NonNullable<NonNullable<ConfigurationInput['store']>['storage']>;

/** The same configuration with what the rules between keys ask for: names of their own, sizes that fit, known versions. */
export function coherent(input: ConfigurationInput): ConfigurationInput {
  const said = (input.runners ?? []).map((runner, index) => ownRunner(runner, index));
  const runners = input.runners === undefined ? undefined : said;
  const names = said.length === 0 ? ['main'] : said.map(({ name = 'main' }) => name);
  const isOld = said.some((runner) => !isAtLeast(versionOf(runner), '19.4.0'));
  const { cache, store, credentials, delivery } = input;
  return {
    ...input,
    ...(cache === undefined && !isOld ? {} : { cache: ownCache(cache ?? {}, store?.storage, isOld) }),
    ...(store?.image === undefined ? {} : { store: { ...store, image: wholeServer(store.image) } }),
    ...(runners === undefined ? {} : { runners }),
    ...(delivery?.kind === 'argocd' ? { delivery: ownDelivery(delivery) } : {}),
    ...(credentials?.kind === 'plaintext' ? { credentials: ownKeys(credentials, names) } : {}),
    ...(credentials?.kind === 'externalSecrets' ? { credentials: ownRemoteKeys(credentials, names) } : {}),
  };
}

function ownRunner(runner: RunnerInput, index: number): RunnerInput {
  const { image, settings } = runner;
  const own: RunnerInput = {
    ...runner,
    name: index === 0 ? (runner.name ?? 'main') : `${(runner.name ?? 'r').slice(0, 37)}${index}x`,
    ...(runner.namespace === undefined ? {} : { namespace: ownNamespace(runner.namespace, `m${index}`) }),
    ...(runner.jobs?.namespace === undefined
      ? {}
      : { jobs: { ...runner.jobs, namespace: ownNamespace(runner.jobs.namespace, `j${index}`) } }),
    ...(runner.cache?.path === undefined
      ? {}
      : { cache: { ...runner.cache, path: `${runner.cache.path}${index}` } }),
    ...(image === undefined ? {} : { image: wholeRunner(image) }),
    ...(runner.token?.kind === 'externalSecrets'
      ? { token: { ...runner.token, store: runner.token.store ?? { name: 'vault' } } }
      : {}),
  };
  return settings === undefined ? own : { ...own, settings: ownSettings(settings as Settings, own) };
}

function ownNamespace(name: string, suffix: string): string {
  return `${name.slice(0, 50).replace(/^kube-/, 'k')}-${suffix}`;
}

/** The preset `custom` says nothing by itself. */
function wholeRunner(image: NonNullable<RunnerInput['image']>): NonNullable<RunnerInput['image']> {
  const said = typeof image === 'string' ? { preset: image } : image;
  if (said.preset !== 'custom') return image;
  return { repository: 'registry.example.com/runner', tag: 'alpine-v19.4.0', ...said };
}

type ServerImage = NonNullable<NonNullable<ConfigurationInput['store']>['image']>;

function wholeServer(image: ServerImage): ServerImage {
  const said = typeof image === 'string' ? { preset: image } : image;
  return said.preset === 'custom' ? { repository: 'registry.example.com/minio', tag: '1', ...said } : image;
}

function versionOf({ image }: RunnerInput) {
  const tag = typeof image === 'object' ? image.tag : undefined;
  return tryVersionIn(tag ?? 'v19.4.0') ?? { major: 0, minor: 0, patch: 0 };
}

function ownCache(
  cache: NonNullable<ConfigurationInput['cache']>,
  storage: StorageInput | undefined,
  isOld: boolean,
): NonNullable<ConfigurationInput['cache']> {
  const { maxArchive, ...rest } = cache;
  const room = { ephemeral: '20Gi', volume: '50Gi', memory: '4Gi' }[storage?.kind ?? 'ephemeral'];
  const fits =
    typeof maxArchive === 'string' && size(maxArchive).bytes * 2 <= size(storage?.size ?? room).bytes;
  return {
    ...rest,
    ...(fits || maxArchive === 0 ? { maxArchive } : {}),
    ...(isOld ? { verify: 'off' as const } : {}),
  };
}

type ArgocdInput = Extract<NonNullable<ConfigurationInput['delivery']>, { kind: 'argocd' }>;

/** Waves order one Application, whose name is no longer than a label. */
function ownDelivery({ ordering, ...delivery }: ArgocdInput): ArgocdInput {
  const short = delivery.perRunner === true ? { project: delivery.project?.slice(0, 10) } : { ordering };
  const said = Object.fromEntries(Object.entries(short).filter(([, value]) => value !== undefined));
  return { ...delivery, ...said };
}

type PlaintextInput = Extract<NonNullable<ConfigurationInput['credentials']>, { kind: 'plaintext' }>;

/** One pair for each runner, no access key twice. */
function ownKeys(credentials: PlaintextInput, names: readonly string[]): PlaintextInput {
  const pairs = Object.values(credentials.runners);
  const own = names.map((name, index) => {
    const { accesskey, secretkey } = pairs[index] ?? credentials.root;
    return [name, { accesskey: `${accesskey}.${index}`, secretkey }] as const;
  });
  return { ...credentials, runners: Object.fromEntries(own) };
}

type ExternalInput = Extract<NonNullable<ConfigurationInput['credentials']>, { kind: 'externalSecrets' }>;

/** One pair for each runner, each value in a secret of its own. */
function ownRemoteKeys(credentials: ExternalInput, names: readonly string[]): ExternalInput {
  const said = Object.values(credentials.runners);
  const own = (keys: ExternalInput['root'], owner: string): ExternalInput['root'] =>
    Object.fromEntries(
      Object.entries(keys).map(([name, value]) => [name, { ...value, key: `${value.key}.${owner}.${name}` }]),
    ) as ExternalInput['root'];
  const runners = names.map((name, index) => [name, own(said[index] ?? credentials.root, `${index}`)]);
  return {
    ...credentials,
    root: own(credentials.root, 'root'),
    runners: Object.fromEntries(runners) as ExternalInput['runners'],
  };
}

/** Without what docker, or the runner's version, does not go with. */
function ownSettings(settings: Settings, runner: RunnerInput): Settings {
  const { kubernetes, environment } = settings;
  const isDocker = runner.jobs?.docker === true;
  const refused = isDocker ? ['allowed_services', 'services'] : ['cap_add'];
  const entries = listOf(environment).filter(
    (entry) => entry !== 'CACHE_COMPRESSION_FORMAT=zipzstd' || isAtLeast(versionOf(runner), '19.3.0'),
  );
  return {
    ...settings,
    ...(environment === undefined ? {} : { environment: entries }),
    ...(isTable(kubernetes) ? { kubernetes: ownKubernetes(kubernetes, refused, isDocker) } : {}),
  };
}

function ownKubernetes(table: Settings, refused: readonly string[], isDocker: boolean): Settings {
  const rest = Object.fromEntries(Object.entries(table).filter(([key]) => !refused.includes(key)));
  const { volumes } = table;
  return isTable(volumes) && !isDocker ? { ...rest, volumes: withoutHost(volumes) } : rest;
}

function withoutHost(volumes: Settings): Settings {
  return Object.fromEntries(Object.entries(volumes).filter(([kind]) => kind !== 'host_path'));
}
