import type { Manifest } from '../../manifests/manifest';
import { at, listOf, type Path, type Value } from '../../manifests/value';
import type { Container, Workload } from '../../manifests/workload';
import type { Check, Fault } from '../check';
import { accountName } from '../../system/accounts';
import type { System } from '../../system/system';
import { isSynced } from './annotations';

/** What Argo CD does not compare, or compares wrongly, because the file does not say it. Told only where Argo CD is used. */
export const UNSAID_CHECKS: readonly Check[] = [
  {
    id: 'security-field-unsaid',
    severity: 'note',
    rule: 'What keeps a pod from its node is written out, also where it is the default',
    why: 'Argo CD compares only what is in Git: "privileged: true" that somebody adds in the cluster is neither seen nor taken back where the file is silent.',
    source: 'seen with Argo CD 3.2, default diff',
    find: (system) =>
      isSynced(system) ? system.workloads.flatMap((workload) => unsaid(system, workload)) : [],
  },
  {
    id: 'list-defaults-unsaid',
    severity: 'warning',
    rule: 'Items of lists in custom resources have their defaults written out',
    why: 'The API server fills them in, and Argo CD does not know the defaults of custom resources: the object is OutOfSync for ever.',
    source: 'argo-cd issue 22151; external-secrets issues 6398 and 6887',
    find: (system) =>
      isSynced(system)
        ? DEFAULTS.flatMap((row) =>
            system.ofKind(row.group, row.kind).flatMap((manifest) => unsaidDefaults(row, manifest)),
          )
        : [],
  },
];

function unsaid(system: System, workload: Workload): readonly Fault[] {
  const { manifest, spec, specPath, containers } = workload;
  const account = system.tryFind('', 'ServiceAccount', manifest.namespace, accountName(workload));
  const isSaid = [spec.automountServiceAccountToken, account?.at('automountServiceAccountToken')].some(
    (value) => value !== undefined,
  );
  const pod = isSaid ? [] : [unsaidFault(manifest, specPath, ['automountServiceAccountToken'])];
  return [...pod, ...containers.flatMap((container) => unsaidIn(manifest, container))];
}

function unsaidIn(manifest: Manifest, { path, value }: Container): readonly Fault[] {
  const silent = ['privileged', 'allowPrivilegeEscalation'].filter(
    (key) => at(value, 'securityContext', key) === undefined,
  );
  const isPrivileged = at(value, 'securityContext', 'privileged') === true;
  return silent.length === 0 || isPrivileged
    ? []
    : [unsaidFault(manifest, [...path, 'securityContext'], silent)];
}

function unsaidFault(manifest: Manifest, path: Path, keys: readonly string[]): Fault {
  const fields = keys.map((key) => `"${key}"`).join(' and ');
  return {
    spot: { manifest, path, part: 'key' },
    message: `Argo CD does not see when somebody sets ${fields} in the cluster`,
    remedy: `set ${fields} to false here`,
  };
}

interface Defaults {
  readonly group: string;
  readonly kind: string;
  /** Of the items; `*` stands for each item of a list. */
  readonly items: readonly string[];
  readonly keys: readonly string[];
}

const ROUTE = { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' };
const REMOTE = ['conversionStrategy', 'decodingStrategy', 'metadataPolicy'];

/** What the definitions of these kinds fill in below lists. */
const DEFAULTS: readonly Defaults[] = [
  { ...ROUTE, items: ['spec', 'parentRefs', '*'], keys: ['group', 'kind'] },
  { ...ROUTE, items: ['spec', 'rules', '*', 'backendRefs', '*'], keys: ['group', 'kind', 'weight'] },
  { ...ROUTE, items: ['spec', 'rules', '*', 'matches', '*', 'path'], keys: ['type', 'value'] },
  {
    group: 'external-secrets.io',
    kind: 'ExternalSecret',
    items: ['spec', 'data', '*', 'remoteRef'],
    keys: REMOTE,
  },
  {
    group: 'external-secrets.io',
    kind: 'PushSecret',
    items: ['spec', 'data', '*'],
    keys: ['conversionStrategy'],
  },
  ...['ServiceMonitor', 'PodMonitor'].flatMap((kind) =>
    ['relabelings', 'metricRelabelings'].map((list) => ({
      group: 'monitoring.coreos.com',
      kind,
      items: ['spec', kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints', '*', list, '*'],
      keys: ['action'],
    })),
  ),
];

function unsaidDefaults({ items, keys }: Defaults, manifest: Manifest): readonly Fault[] {
  return itemsAt(manifest.object, items, []).flatMap(([value, path]): Fault[] => {
    const silent = keys.filter((key) => at(value, key) === undefined);
    if (silent.length === 0) return [];
    const fields = silent.map((key) => `"${key}"`).join(', ');
    return [
      {
        spot: { manifest, path, part: 'key' },
        message: `The API server adds ${fields} here, which Argo CD shows as a difference for ever`,
        remedy: `write ${fields} out with the default`,
      },
    ];
  });
}

function itemsAt(
  value: Value | undefined,
  [step, ...rest]: readonly string[],
  path: Path,
): readonly (readonly [Value, Path])[] {
  if (value === undefined) return [];
  if (step === undefined) return [[value, path]];
  if (step !== '*') return itemsAt(at(value, step), rest, [...path, step]);
  return listOf(value).flatMap((item, index) => itemsAt(item, rest, [...path, index]));
}
