import { objectName, type Identity } from '../manifests/identity';
import type { Manifest } from '../manifests/manifest';
import type { Workload } from '../manifests/workload';
import { lookUp, namesIn } from '../system/lookup';
import { namedByPods } from '../system/named-by-pods';
import type { System } from '../system/system';
import type { Inhabitant } from '../system/traffic/world';
import type { ConfiguredRunner } from '../system/runners/runner-configs';
import type { Node } from './graph';

export function nodeOf(inhabitant: Inhabitant, system: System): Node {
  return inhabitant.kind === 'job'
    ? jobsNode(inhabitant.runner, inhabitant.pod.namespace)
    : workloadNode(inhabitant.workload, system);
}

export function workloadNode(workload: Workload, system: System): Node {
  return system.view(workloadNodes).get(workload) ?? made(workload, system);
}

/** Made once: one may have a line for each of hundreds of Secrets. */
function workloadNodes(system: System): ReadonlyMap<Workload, Node> {
  return new Map(system.workloads.map((workload) => [workload, made(workload, system)]));
}

/** With the ConfigMaps that it names: who looks for what changed looks for its pods. */
function made(workload: Workload, system: System): Node {
  const { manifest } = workload;
  const maps = namedByPods(workload)
    .filter(({ type }) => type === '/ConfigMap')
    .flatMap(({ namespace, name }) => system.tryFind('', 'ConfigMap', namespace, name) ?? []);
  return {
    ...here(manifest),
    kind: 'workload',
    objects: [...new Set([manifest, ...maps])].map(({ identity }) => identity),
  };
}

/** No file holds them: the runner makes a pod a job. */
export function jobsNode(runner: ConfiguredRunner, namespace: string): Node {
  const { name, config } = runner;
  return {
    id: `jobs/${namespace}/${objectName(config.manifest.identity)}/${name}`,
    kind: 'jobs',
    namespace,
    title: name === '' ? 'job pods' : `jobs of ${name}`,
    subtitle: 'a pod a job',
    objects: [config.manifest.identity],
  };
}

export function serviceNode(manifest: Manifest): Node {
  return { ...here(manifest), kind: 'service' };
}

/** A Secret by its name: its own manifest, that of which a controller makes it, or none. */
export function secretNode(system: System, namespace: string, name: string): Node {
  const sight = lookUp(system, '/Secret', namespace, name);
  const makers = sight.kind === 'here' ? sight.provided.map(({ manifest }) => manifest) : [];
  const [maker] = makers;
  return {
    id: `Secret/${namespace}/${name}`,
    kind: 'secret',
    namespace,
    title: name,
    subtitle: subtitleOf(maker),
    objects: makers.map(({ identity }) => identity),
  };
}

export function secretNodesIn(system: System): readonly Node[] {
  const namespaces = [...new Set(system.manifests.map(({ namespace }) => namespace))];
  return namespaces.flatMap((namespace) =>
    namesIn(system, '/Secret', namespace).map((name) => secretNode(system, namespace, name)),
  );
}

function subtitleOf(maker: Manifest | undefined): string {
  if (maker === undefined) return 'Secret, in no file';
  return maker.kind === 'Secret' ? 'Secret' : `Secret, of ${maker.kind}`;
}

/** What is in no file and no namespace: GitLab, the API server. */
export function outsideNode(title: string): Node {
  const subtitle = /\.svc(?:\.|$)/.test(title) ? 'Service, in no file' : 'outside';
  return { id: `outside/${title}`, kind: 'outside', namespace: '', title, subtitle, objects: [] };
}

function here({ identity }: Manifest): Omit<Node, 'kind'> & { readonly objects: readonly Identity[] } {
  const { kind, namespace, name } = identity;
  return { id: objectName(identity), namespace, title: name, subtitle: kind, objects: [identity] };
}
