import { addTo } from '../../../manifests/groups';
import type { Manifest } from '../../../manifests/manifest';
import { at, listOf, textOf, type Value } from '../../../manifests/value';
import type { Workload } from '../../../manifests/workload';
import { namedByPods } from '../../../system/named-by-pods';
import type { Reference } from '../../../system/reference';
import type { System } from '../../../system/system';
import { isBelow } from '../../change';
import { keyOf } from '../../trees';
import type { Risk, World } from '../risk';
import { typeOf } from '../subject';

const UPDATES =
  'https://kubernetes.io/docs/concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically';

/** ConfigMaps and Secrets that change while the pods that read them go on. */
export const UNREAD: readonly Risk[] = [
  {
    id: 'config-unread',
    class: 'ORDERING',
    change: 'a ConfigMap or Secret changes, and pods that read it once are not made anew',
    why: 'A variable and a mount with subPath keep what they had when the pod began: the change waits for a restart that nobody ordered.',
    source: UPDATES,
    *judge(change, world) {
      const stale = readersOf(change, world).filter(({ isFollowed }) => !isFollowed);
      if (stale.length === 0) return;
      yield {
        message: 'pods go on with what it held before, until somebody restarts them',
        instead: 'change an annotation of their template with it, such as a hash of its content',
        affected: [...new Set(stale.map(({ workload }) => workload.manifest.identity))],
      };
    },
  },
  {
    id: 'config-read-later',
    class: 'ORDERING',
    change: 'a ConfigMap or Secret changes that pods have mounted as files',
    why: 'The kubelet writes the new files within about a minute; what reads them once, such as at its start, goes on with the old. GitLab Runner reloads config.toml by itself.',
    source: UPDATES,
    *judge(change, world) {
      const later = readersOf(change, world).filter(({ isFollowed }) => isFollowed);
      if (later.length === 0) return;
      yield {
        message: 'mounted files follow in about a minute, and no pod is made anew',
        affected: [...new Set(later.map(({ workload }) => workload.manifest.identity))],
      };
    },
  },
];

interface Reader {
  readonly workload: Workload;
  /** Whether the pods see the change without a restart. */
  readonly isFollowed: boolean;
}

/** Whose pods stay, and read something that changes. */
function readersOf({ is, head, fields }: World['changes'][number], world: World): readonly Reader[] {
  if (is !== 'changed' || !['/ConfigMap', '/Secret'].includes(typeOf(head))) return [];
  const keys = new Set(
    fields
      .filter(({ field }) => ['data', 'binaryData'].includes(field[0] ?? ''))
      .map(({ field }) => field[1]),
  );
  if (keys.size === 0) return [];
  const readings = world.head.view(readingsByObject).get(keyOf(head)) ?? [];
  return readings
    .filter(({ workload }) => staysAsItIs(workload, world))
    .filter(
      ({ reference }) => reference.keys.length === 0 || reference.keys.some(({ name }) => keys.has(name)),
    )
    .flatMap(({ workload, reference }) => readerOf(workload, reference, keys));
}

/** A CronJob reads it with its next Job. */
function staysAsItIs({ manifest, templatePath }: Workload, world: World): boolean {
  if (['CronJob', 'PodTemplate'].includes(manifest.kind)) return false;
  const change = world.changeOf(keyOf(manifest));
  if (change === undefined) return true;
  const template = templatePath.join('.');
  return (
    change.is === 'changed' && !change.fields.some(({ field }) => template !== '' && isBelow(field, template))
  );
}

function readerOf(
  workload: Workload,
  reference: Reference,
  keys: ReadonlySet<string | undefined>,
): readonly Reader[] {
  const index = reference.path[workload.specPath.length + 1];
  if (reference.path[workload.specPath.length] !== 'volumes' || typeof index !== 'number')
    return [{ workload, isFollowed: false }];
  const volume = at(listOf(workload.spec.volumes)[index], 'name');
  const files = filesOf(listOf(workload.spec.volumes)[index], keys);
  const mounts = workload.containers
    .flatMap(({ value }) => listOf(value.volumeMounts))
    .filter((mount) => at(mount, 'name') === volume);
  return mounts.flatMap((mount): readonly Reader[] => {
    const part = textOf(at(mount, 'subPath')) ?? '';
    if (part === '') return [{ workload, isFollowed: true }];
    const isRead = files.some((file) => file === part || file?.startsWith(`${part}/`));
    return isRead ? [{ workload, isFollowed: false }] : [];
  });
}

/** Where the keys stand in the volume. */
function filesOf(
  volume: Value | undefined,
  keys: ReadonlySet<string | undefined>,
): readonly (string | undefined)[] {
  const sources = [
    at(volume, 'configMap'),
    at(volume, 'secret'),
    ...listOf(at(volume, 'projected', 'sources')).flatMap((source) => [
      at(source, 'configMap'),
      at(source, 'secret'),
    ]),
  ];
  const items = sources.flatMap((source) => listOf(at(source, 'items')));
  const placed = items
    .filter((item) => keys.has(textOf(at(item, 'key'))))
    .map((item) => textOf(at(item, 'path')));
  return [...keys, ...placed];
}

interface Reading {
  readonly workload: Workload;
  readonly reference: Reference;
}

function readingsByObject(system: System): ReadonlyMap<string, readonly Reading[]> {
  const readings = new Map<string, Reading[]>();
  for (const workload of system.workloads)
    for (const reference of namedByPods(workload)) {
      const [group = '', kind = ''] = reference.type.split('/');
      const isPull = reference.path.includes('imagePullSecrets');
      const found: Manifest | undefined = isPull
        ? undefined
        : system.tryFind(group, kind, reference.namespace, reference.name);
      if (found !== undefined) addTo(readings, keyOf(found), { workload, reference });
    }
  return readings;
}
