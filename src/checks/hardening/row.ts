import type { Manifest } from '../../manifests/manifest';
import type { Path } from '../../manifests/value';
import type { Container, Workload } from '../../manifests/workload';
import type { Rule } from '../../findings/rule';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';

/** What a rule says of one thing, and of which of its fields. */
export interface Said extends Pick<Fault, 'message' | 'remedy' | 'severity'> {
  /** From the thing itself, which is a container, a pod spec or an object. Where it is absent, its surroundings are told. */
  readonly field: Path;
}

type Row<Thing> = Rule & { readonly breaks: (thing: Thing, system: System) => Said | undefined };

export interface ContainerOf {
  readonly container: Container;
  readonly workload: Workload;
}

/** A rule for each container, also those that only start a pod. Those of `kubectl debug` stand in no file. */
export function eachContainer({ breaks, ...rule }: Row<ContainerOf>): Check {
  return {
    ...rule,
    find: (system) =>
      system.workloads.flatMap((workload) =>
        workload.containers
          .filter(({ list }) => list !== 'ephemeralContainers')
          .flatMap((container) =>
            faultOf(workload.manifest, container.path, breaks({ container, workload }, system)),
          ),
      ),
  };
}

/** The same for what serves: not for what only starts a pod, and not for Jobs, which end. */
export function eachServer({ breaks, ...rule }: Row<ContainerOf>): Check {
  return eachContainer({
    ...rule,
    breaks: (of, system) => (isServer(of) ? breaks(of, system) : undefined),
  });
}

function isServer({ container, workload }: ContainerOf): boolean {
  return container.list === 'containers' && SERVING.includes(workload.manifest.kind);
}

const SERVING = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController'];

/** A rule for the pods of each workload. */
export function eachPod({ breaks, ...rule }: Row<Workload>): Check {
  return {
    ...rule,
    find: (system) =>
      system.workloads.flatMap((workload) =>
        faultOf(workload.manifest, workload.specPath, breaks(workload, system)),
      ),
  };
}

/** A rule for each object of a kind, `Service` or `apps/Deployment`. */
export function each(kinds: readonly string[], { breaks, ...rule }: Row<Manifest>): Check {
  return {
    ...rule,
    find: (system) =>
      kinds.flatMap((kind) =>
        system
          .ofKind(kind.slice(0, Math.max(kind.indexOf('/'), 0)), kind.slice(kind.indexOf('/') + 1))
          .flatMap((manifest) => faultOf(manifest, [], breaks(manifest, system))),
      ),
  };
}

function faultOf(manifest: Manifest, root: Path, said: Said | undefined): readonly Fault[] {
  if (said === undefined) return [];
  const { field, ...fault } = said;
  return [{ spot: { manifest, path: [...root, ...field] }, ...fault }];
}
