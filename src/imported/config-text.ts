import { stringify } from 'yaml';
import { DEFAULTS } from '../config/defaults';
import { RUNNER_PRESETS } from '../model/presets';
import type { Table } from './draft';

/** A configuration as a person would write it: our order of keys, and only what differs from the defaults. */
export function configText(value: Table, sources: readonly string[]): string {
  const body = pruned(value, DEFAULT_VALUES) ?? {};
  const text = stringify(ordered(body as Table, ORDER), { lineWidth: 0 });
  return `${SCHEMA}${header(sources)}${text}`;
}

const SCHEMA = '# yaml-language-server: $schema=./node_modules/runner-cache/runner-cache.schema.json\n';

function header(sources: readonly string[]): string {
  const names = [...new Set(sources)].map((name) => name.replace(/[^ -~]/g, '?')).join(', ');
  return `# Made of ${names} by \`runner-cache import-values\`; what is not here has its default.\n`;
}

const ORDER = ['gitlab', 'cache', 'store', 'runners', 'images', 'cluster'];
const INSIDE = [
  ...['url', 'caSecret', 'bucket', 'path', 'shared', 'expireAfterDays', 'maxArchive', 'verify'],
  ...['name', 'namespace', 'storage', 'kind', 'size', 'storageClass', 'region'],
  ...[
    'token',
    'secret',
    'key',
    'concurrent',
    'image',
    'jobs',
    'docker',
    'preset',
    'repository',
    'tag',
    'digest',
  ],
];

/** Keys of the runner's own settings stay in the order in which they were said. */
function ordered(table: Table, order: readonly string[]): Table {
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.fromEntries(
    Object.entries(table)
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([key, value]) => [key, key === 'settings' ? value : orderedValue(value)]),
  );
}

function orderedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(orderedValue);
  return typeof value === 'object' && value !== null ? ordered(value as Table, INSIDE) : value;
}

const { cache, store, runner, images, cluster } = DEFAULTS;

const DEFAULT_VALUES: Table = {
  cache,
  store: { namespace: store.namespace, region: store.region, storage: { kind: 'ephemeral' } },
  runners: [
    {
      concurrent: runner.concurrent,
      namespace: runner.namespace,
      image: { repository: RUNNER_PRESETS['gitlab-runner'].image.repository },
      token: { secret: runner.tokenSecret },
      jobs: runner.jobs,
    },
  ],
  images,
  cluster: { domain: cluster.domain },
};

/** Undefined where all of it is as by default. */
function pruned(value: unknown, fallback: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value === fallback ? undefined : value;
  const defaults = (typeof fallback === 'object' && fallback !== null ? fallback : {}) as Table;
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) => pruned(item, defaults[index]));
    return items.every((item) => item === undefined) ? undefined : items.map((item) => item ?? {});
  }
  const kept = Object.entries(value)
    .map(([key, part]): [string, unknown] => [key, pruned(part, defaults[key])])
    .filter(([, part]) => part !== undefined);
  return kept.length === 0 && fallback !== undefined ? undefined : Object.fromEntries(kept);
}
