import { groupBy } from '../../manifests/groups';
import type { Manifest } from '../../manifests/manifest';
import { at, isList, isMap, listOf, type Value } from '../../manifests/value';
import { suggestion } from '../../text/closest';
import type { Check } from '../check';
import type { System } from '../../system/system';
import { unseen } from './names';
import type { Reference } from '../../system/reference';
import { podsIn } from '../../system/selector';

export const UNUSED_CHECKS: readonly Check[] = [
  {
    id: 'unused-object',
    severity: 'note',
    rule: 'What only serves others is named by somebody',
    why: 'Nobody dares to remove it later, and who changes it wonders why nothing happens.',
    source: 'none: it is a matter of order',
    find: (system) =>
      (system.tree.faults.length > 0 ? [] : PASSIVE)
        .flatMap((kind) => system.ofKind('', kind))
        .filter((manifest) => isUnused(system, manifest))
        .map((manifest) => ({
          spot: { manifest, path: ['metadata', 'name'] },
          message: `Nothing in these files names ${manifest.kind} "${manifest.name}"`,
          remedy: 'remove it, or name it where it is meant',
        })),
  },
];

const PASSIVE = ['ConfigMap', 'Secret', 'PersistentVolumeClaim'] as const;

/** Silent where a program may read it through the API, or by a label, as dashboards and the settings of Argo CD are. */
function isUnused(system: System, manifest: Manifest): boolean {
  const { namespace, name, kind } = manifest;
  if (name === '' || podsIn(system, namespace).length === 0 || system.view(wordsUsed).has(name)) return false;
  if (isMeant(system, manifest)) return false;
  const readers = system.view(readersOf);
  return !readers.has(`${kind} ${namespace}`) && !readers.has(`${kind} `);
}

/** A name of nothing that is nearly this one is told where it stands. */
function isMeant(system: System, { kind, namespace, name }: Manifest): boolean {
  const missing = system.view(namesMissing).get(`/${kind} ${namespace}`) ?? [];
  return missing.some((other) => suggestion(other.name, [name]) !== '');
}

function namesMissing(system: System): ReadonlyMap<string, readonly Reference[]> {
  return groupBy(unseen(system), ({ type, namespace }) => `${type} ${namespace}`);
}

/** Each word of each text but an object's own names and labels. */
function wordsUsed({ manifests }: System): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { object } of manifests)
    for (const [key, value] of Object.entries(object)) if (key !== 'metadata') collect(value, words);
  return words;
}

function collect(value: Value, words: Set<string>): void {
  if (typeof value === 'string') {
    // The same script stands in many ConfigMaps.
    if (words.has(value)) return;
    words.add(value);
    if (/[^\w.-]/.test(value)) for (const word of value.split(/[^\w.-]+/)) words.add(word);
  } else if (isList(value)) for (const item of value) collect(item, words);
  else if (isMap(value)) for (const item of Object.values(value)) collect(item, words);
}

const RBAC = 'rbac.authorization.k8s.io';
const RESOURCES = { configmaps: 'ConfigMap', secrets: 'Secret' } as const;

/** `KIND NAMESPACE` of what somebody may read whatever its name; a ClusterRole may be bound in each namespace. */
function readersOf(system: System): ReadonlySet<string> {
  return new Set(
    [...system.ofKind(RBAC, 'Role'), ...system.ofKind(RBAC, 'ClusterRole')].flatMap((role) =>
      listOf(role.at('rules'))
        .filter((rule) => at(rule, 'resourceNames') === undefined)
        .flatMap((rule) => listOf(at(rule, 'resources')))
        .flatMap((resource) =>
          Object.entries(RESOURCES)
            .filter(([plural]) => resource === plural || resource === '*')
            .map(([, kind]) => `${kind} ${role.kind === 'Role' ? role.namespace : ''}`),
        ),
    ),
  );
}
