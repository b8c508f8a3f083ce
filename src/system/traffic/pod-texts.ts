import type { Manifest } from '../../manifests/manifest';
import { at, listOf, textOf, textsOf } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import { mountsByWorkload, type Mount } from '../runners/mounts';
import { runnerConfigs } from '../runners/runner-configs';
import type { System } from '../system';
import { servicesIn, serviceNamed, type NamedService } from './service-names';

/** The Services of the files that each workload names: in what it runs, in its environment, in its ConfigMaps. */
export function namedServices(system: System): ReadonlyMap<Workload, readonly NamedService[]> {
  const mounts = system.view(mountsByWorkload);
  // The manager of a runner connects to nothing for its cache: only its job pods do.
  const configs = new Set(
    system
      .view(runnerConfigs)
      .map(({ manifest, key }) => `${manifest.kind}/${manifest.namespace}/${manifest.name}/${key}`),
  );
  const inMaps = new Map<Manifest, ReadonlyMap<string, readonly NamedService[]>>();
  const inMap = (map: Manifest): ReadonlyMap<string, readonly NamedService[]> => {
    const known = inMaps.get(map) ?? namedIn(system, map, configs);
    inMaps.set(map, known);
    return known;
  };
  return new Map(
    system.workloads.map((workload) => [
      workload,
      [
        ...ownTexts(system, workload),
        ...configMapsOf(system, workload, mounts.get(workload) ?? []).flatMap(({ map, keys }) =>
          [...inMap(map)].flatMap(([key, named]) => (keys?.includes(key) === false ? [] : named)),
        ),
      ],
    ]),
  );
}

function namedIn(
  system: System,
  map: Manifest,
  configs: ReadonlySet<string>,
): ReadonlyMap<string, readonly NamedService[]> {
  return new Map(
    Object.entries(textsOf(map.at('data')))
      .filter(([key]) => !configs.has(`ConfigMap/${map.namespace}/${map.name}/${key}`))
      .map(([key, text]) => [key, servicesIn(system, text, map.namespace)]),
  );
}

function ownTexts(system: System, { containers, manifest }: Workload): readonly NamedService[] {
  const { namespace } = manifest;
  return containers.flatMap(({ value }) => [
    ...[...listOf(value.command), ...listOf(value.args)].flatMap((text) =>
      servicesIn(system, textOf(text) ?? '', namespace),
    ),
    ...listOf(value.env).flatMap((variable) => {
      const [name, text] = [textOf(at(variable, 'name')) ?? '', textOf(at(variable, 'value')) ?? ''];
      if (NO_CONNECTION.test(name)) return [];
      const service = IS_HOST.test(name) ? serviceNamed(system, text, namespace) : undefined;
      return service === undefined
        ? servicesIn(system, text, namespace)
        : [{ service, word: text, port: undefined }];
    }),
  ]);
}

/** The cache's address in the environment of the runner's chart is for job pods. */
const NO_CONNECTION = /^(?:no_proxy|CACHE_S3_.*)$/i;
const IS_HOST = /(?:^|_)(?:HOST|HOSTNAME|ENDPOINT|ADDRESS|ADDR|SERVER)$/;

interface UsedConfigMap {
  readonly map: Manifest;
  /** Undefined where all are used. */
  readonly keys: readonly string[] | undefined;
}

function configMapsOf(
  system: System,
  { containers, manifest }: Workload,
  mounts: readonly Mount[],
): readonly UsedConfigMap[] {
  const used = (name: string | undefined, keys?: readonly string[]): readonly UsedConfigMap[] => {
    const map = system.tryFind('', 'ConfigMap', manifest.namespace, name ?? '');
    return map === undefined ? [] : [{ map, keys }];
  };
  return [
    ...mounts
      .filter(({ kind }) => kind === 'ConfigMap')
      .flatMap(({ name, items }) =>
        used(
          name,
          items?.map(({ key }) => key),
        ),
      ),
    ...containers.flatMap(({ value }) => [
      ...listOf(value.envFrom).flatMap((source) => used(textOf(at(source, 'configMapRef', 'name')))),
      ...listOf(value.env).flatMap((variable) => {
        const reference = at(variable, 'valueFrom', 'configMapKeyRef');
        return used(textOf(at(reference, 'name')), [textOf(at(reference, 'key')) ?? '']);
      }),
    ]),
  ];
}
