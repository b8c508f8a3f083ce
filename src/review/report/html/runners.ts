import { addTo } from '../../../manifests/groups';
import type { Identity } from '../../../manifests/identity';
import type { System } from '../../../system/system';
import { configuredRunners } from '../../../system/runners/runner-configs';
import type { ReviewReport } from '../report';

/** The runners that an object is for. */
export type Runners = (object: Identity) => readonly string[];

/** Those whose manager or job pods share its namespace, or whose name it ends in. */
export function runnersBy({ worlds }: Pick<ReviewReport, 'worlds'>): Runners {
  const [spaces, names] = [new Map<string, string[]>(), new Set<string>()];
  for (const { base, head } of worlds) for (const system of [base, head]) gather(system, spaces, names);
  return ({ namespace, name }) => {
    const ends = [...name.matchAll(/[-.]/g)].map(({ index }) => name.slice(index + 1));
    const named = [name, ...ends].filter((word) => names.has(word));
    return [...new Set([...(spaces.get(namespace) ?? []), ...named])];
  };
}

function gather(system: System, spaces: Map<string, string[]>, names: Set<string>): void {
  for (const { name, config, jobNamespace } of configuredRunners(system)) {
    if (name === '') continue;
    names.add(name);
    const own = [
      config.manifest.namespace,
      jobNamespace,
      ...config.managers.map(({ manifest }) => manifest.namespace),
    ];
    for (const space of new Set(own)) if (space !== undefined) addTo(spaces, space, name);
  }
}
