import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Everything that the suite makes lies in namespaces whose names begin so; two runs at once need two of them. */
export const PREFIX = `${process.env.E2E_PREFIX ?? 'rc-e2e'}-`;

type Fields = Readonly<Record<string, unknown>>;

/** What a test wants to be different from the defaults, in the words of `runner-cache.yaml`. */
export interface Wish {
  readonly cache?: Fields;
  readonly store?: Fields;
  readonly credentials?: Fields;
  readonly cluster?: Fields;
  readonly delivery?: Fields;
  readonly runners?: readonly (Fields & { readonly name: string })[];
}

export const storeNamespace = (system: string): string => `${PREFIX}${system}`;
export const runnerNamespace = (system: string, runner: string): string => `${PREFIX}${system}-${runner}`;
export const jobNamespace = (system: string, runner: string): string => `${PREFIX}${system}-${runner}-jobs`;

/** A `runner-cache.yaml` in the namespaces of this system, against the GitLab stand-in, with what the cluster needs. */
export function configurationOf(system: string, wish: Wish): object {
  const given = clusterNeeds();
  return {
    ...given,
    gitlab: { url: process.env.E2E_GITLAB },
    cache: { bucket: 'cache', ...wish.cache },
    store: { namespace: storeNamespace(system), ...given.store, ...wish.store },
    cluster: { ...given.cluster, ...wish.cluster },
    ...(wish.credentials === undefined ? {} : { credentials: wish.credentials }),
    ...(wish.delivery === undefined ? {} : { delivery: wish.delivery }),
    runners: runnersOf(wish).map(({ settings, jobs, ...runner }) => ({
      namespace: runnerNamespace(system, runner.name),
      jobs: {
        namespace: jobNamespace(system, runner.name),
        image: jobImage(),
        ...(jobs as Fields | undefined),
      },
      settings: withNodeChoice(settings as Fields | undefined),
      ...runner,
    })),
  };
}

export function runnersOf({ runners = [{ name: 'main' }] }: Wish): NonNullable<Wish['runners']> {
  return runners;
}

/** Image of the jobs: needs `sh`, `wget` and `nc` of busybox. */
export const jobImage = (): string => process.env.E2E_JOB_IMAGE ?? 'alpine:3.22';

/** Always the same for the same runner, and with a short token, the first nine characters, of its own. */
export function tokenOf(namespace: string): string {
  return `glrt-${digestOf(namespace).slice(0, 20)}`;
}

/** What somebody made up who keeps keys by himself: always the same for the same owner and rotation. */
export function keysOf(
  owner: string,
  rotation = 1,
): { readonly accesskey: string; readonly secretkey: string } {
  const digest = digestOf(`${PREFIX}${owner} ${rotation}`);
  return { accesskey: `${owner}-${digest.slice(0, 12)}`, secretkey: digest.slice(12, 52) };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** `images`, `cluster` and `store` of the file E2E_CONFIGURATION: a mirror, another preset, the cluster's version. */
function clusterNeeds(): Readonly<Record<'images' | 'cluster' | 'store', Fields | undefined>> {
  const { E2E_CONFIGURATION: file } = process.env;
  const given = file === undefined ? {} : (parse(readFileSync(file, 'utf8')) as Record<string, Fields>);
  return { images: given.images, cluster: given.cluster, store: given.store };
}

/** Lets a job say on which node it runs. */
function withNodeChoice(settings: Fields = {}): Fields {
  const { kubernetes, ...rest } = settings;
  return {
    ...rest,
    kubernetes: {
      node_selector_overwrite_allowed: 'kubernetes.io/hostname=.*',
      ...(kubernetes as Fields | undefined),
    },
  };
}
