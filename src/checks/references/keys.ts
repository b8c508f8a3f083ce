import { isBuiltIn, ROOT_CA_KEYS } from '../../facts/built-in-objects';
import { at, listOf, textOf } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import { suggestion } from '../../text/closest';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { lookUp } from '../../system/lookup';
import { referencesOf } from '../../system/references';
import { patchedSecrets } from './patched';
import type { Reference } from '../../system/reference';

/** Keys of Secrets and ConfigMaps. */
export const KEY_CHECKS: readonly Check[] = [
  {
    id: 'key-missing',
    severity: 'error',
    rule: 'A Secret or ConfigMap has each key that a pod asks of it',
    why: 'A container that asks for a key that is not there is never started, and a volume with one is never mounted.',
    source: 'https://kubernetes.io/docs/concepts/configuration/secret/',
    find: (system) =>
      system
        .view(referencesOf)
        .filter(({ isOptional, keys }) => !isOptional && keys.length > 0)
        .flatMap((reference) => faults(system, reference)),
  },
  {
    id: 'mounted-file-missing',
    severity: 'error',
    rule: 'A single file that is mounted from a Secret or ConfigMap is one of its keys',
    why: 'The kubelet makes an empty folder of a `subPath` that is not there, and the program finds no file.',
    source: 'https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath',
    find: (system) => system.workloads.flatMap((workload) => filesMissing(system, workload)),
  },
];

function faults(system: System, reference: Reference): readonly Fault[] {
  const known = keysOf(system, reference);
  if (known === undefined) return [];
  return reference.keys
    .filter(({ name }) => !known.includes(name))
    .map(({ name, path }) => ({
      spot: { manifest: reference.manifest, path },
      message: `${kindOf(reference)} "${reference.name}" has no key "${name}": ${reference.outcome}`,
      remedy: `name a key that is there, or add this one${suggestion(name, known)}`,
    }));
}

/** Undefined where somebody may add to them. */
function keysOf(
  system: System,
  { type, namespace, name }: Pick<Reference, 'type' | 'namespace' | 'name'>,
): readonly string[] | undefined {
  if (isBuiltIn(type, namespace, name)) return name === 'kube-root-ca.crt' ? ROOT_CA_KEYS : undefined;
  const sight = lookUp(system, type, namespace, name);
  if (sight.kind !== 'here' || system.view(patchedSecrets).has(`${namespace} ${name}`)) return undefined;
  const keys = sight.provided.map((provided) => provided.keys());
  return keys.some((some) => some === undefined) ? undefined : keys.flatMap((some) => some ?? []);
}

function kindOf({ type }: Reference): string {
  return type.slice(1);
}

function filesMissing(system: System, workload: Workload): readonly Fault[] {
  return workload.containers.flatMap(({ value, path }) =>
    listOf(value.volumeMounts).flatMap((mount, index): readonly Fault[] => {
      const subPath = textOf(at(mount, 'subPath'));
      const files = filesOf(system, workload, textOf(at(mount, 'name')) ?? '');
      const [first = ''] = (subPath ?? '').split('/');
      if (subPath === undefined || files?.includes(subPath) !== false || folders(files).has(first)) return [];
      return [
        {
          spot: { manifest: workload.manifest, path: [...path, 'volumeMounts', index, 'subPath'] },
          message: `The volume has no file "${subPath}": an empty folder is mounted in its place`,
          remedy: `name a file that is there${suggestion(subPath, files)}`,
        },
      ];
    }),
  );
}

function folders(files: readonly string[]): ReadonlySet<string> {
  return new Set(files.filter((file) => file.includes('/')).map((file) => file.slice(0, file.indexOf('/'))));
}

/** Of a volume that is one Secret or ConfigMap; undefined where not all are known. */
function filesOf(
  system: System,
  { manifest, spec }: Workload,
  volume: string,
): readonly string[] | undefined {
  const found = listOf(spec.volumes).find((one) => at(one, 'name') === volume);
  for (const [source, type, field] of FILE_SOURCES) {
    const name = textOf(at(found, source, field));
    if (name === undefined || at(found, source, 'optional') === true) continue;
    const items = listOf(at(found, source, 'items')).map((item) => textOf(at(item, 'path')) ?? '');
    if (items.length > 0) return items;
    return keysOf(system, { type, namespace: manifest.namespace, name });
  }
  return undefined;
}

const FILE_SOURCES = [
  ['secret', '/Secret', 'secretName'],
  ['configMap', '/ConfigMap', 'name'],
] as const;
