import { objectName } from '../../manifests/identity';
import { mapOf, textOf, textsOf, type Value } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import { Namespaces } from '../../network/namespaces';
import { Network } from '../../network/network';
import { podOf, type Pod } from '../../network/pod';
import { policyOf, type Policy } from '../../network/policy';
import { makesPodsUnseen } from '../pod-makers';
import { configuredRunners, type ConfiguredRunner } from '../runners/runner-configs';
import type { System } from '../system';
import { jobPodOf, JOB_POD } from './job-pod';
import { PodIndex } from './pod-index';

/** Pods that the files make, or that a runner of the files will make. */
export type Inhabitant = MadePod | JobPod;

interface MadePod {
  readonly kind: 'workload';
  readonly pod: Pod;
  /** How people name it. */
  readonly name: string;
  /** What a policy selects it by. */
  readonly selector: Value;
  readonly workload: Workload;
}

interface JobPod {
  readonly kind: 'job';
  readonly pod: Pod;
  readonly name: string;
  readonly selector: Value;
  readonly runner: ConfiguredRunner;
}

/** All pods and policies of the files. */
export interface World {
  readonly policies: readonly Policy[];
  readonly namespaces: Namespaces;
  readonly network: Network;
  readonly inhabitants: readonly Inhabitant[];
  readonly pods: PodIndex<Inhabitant>;
  readonly ofWorkload: (workload: Workload) => Inhabitant | undefined;
}

export function worldOf(system: System): World {
  const made = system.workloads.map(inhabitantOf);
  const inhabitants = [...made, ...configuredRunners(system).flatMap(jobOf)];
  const policies = system.ofKind('networking.k8s.io', 'NetworkPolicy').map(policyOf);
  const inhabited = new Set(inhabitants.map(({ pod }) => pod.namespace));
  const known = new Set([...inhabited].filter((namespace) => !makesPodsUnseen(system, namespace)));
  const namespaces = new Namespaces(system.ofKind('', 'Namespace'), known);
  const byWorkload = new Map(made.map((inhabitant) => [inhabitant.workload, inhabitant]));
  return {
    policies,
    namespaces,
    network: new Network(policies, namespaces),
    inhabitants,
    pods: new PodIndex(inhabitants),
    ofWorkload: (workload) => byWorkload.get(workload),
  };
}

function inhabitantOf(workload: Workload): MadePod {
  const { manifest, labels } = workload;
  const matchLabels = textsOf(manifest.at('spec', 'selector', 'matchLabels'));
  return {
    kind: 'workload',
    pod: podOf(workload),
    name: objectName(manifest.identity),
    selector: { matchLabels: Object.keys(matchLabels).length > 0 ? matchLabels : labels },
    workload,
  };
}

function jobOf(runner: ConfiguredRunner): readonly JobPod[] {
  const namespace = runner.isOnKubernetes ? runner.jobNamespace : undefined;
  if (namespace === undefined) return [];
  const name = `the job pods of runner "${runner.name}"`;
  const selector = { matchExpressions: [{ key: JOB_POD, operator: 'Exists' }] };
  return [{ kind: 'job', pod: jobPodOf(runner, namespace), name, selector, runner }];
}

/** Which labels a selector asks for, as YAML on one line. */
export function selectorText(selector: Value | undefined): string {
  const text = (value: Value): string => {
    if (Array.isArray(value)) return `[${value.map(text).join(', ')}]`;
    const map = Object.entries(mapOf(value)).map(([key, item]) => `${key}: ${text(item)}`);
    return typeof value === 'object' ? `{ ${map.join(', ')} }` : (textOf(value) ?? String(value));
  };
  return text(selector ?? {}).replace('{  }', '{}');
}
