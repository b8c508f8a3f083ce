import { at, listOf, textOf } from '../manifests/value';
import type { Workload } from '../manifests/workload';
import type { Labels } from './selector';

/** Pods of one kind, as policies see them. */
export interface Pod {
  readonly namespace: string;
  readonly labels: Labels;
  readonly ports: readonly PodPort[];
  /** It has the addresses of its node, which most networks leave alone. */
  readonly isOnHost: boolean;
}

export interface PodPort {
  /** Empty where it has none. */
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
}

export function podOf(workload: Workload): Pod {
  const { manifest, spec } = workload;
  return {
    namespace: manifest.namespace,
    labels: labelsOf(workload),
    ports: portsOf(workload),
    isOnHost: spec.hostNetwork === true,
  };
}

/** Those of the template, and those that its controller adds. */
export function labelsOf(workload: Workload): Labels {
  return {
    values: new Map([...Object.entries(workload.labels), ...addedLabels(workload)]),
    open: false,
  };
}

/** What a sidecar, which is an init container that stays, serves is there too. */
function portsOf({ containers }: Workload): readonly PodPort[] {
  return containers.flatMap(({ value }) =>
    listOf(value.ports).flatMap((port) => {
      const number = at(port, 'containerPort');
      const protocol = textOf(at(port, 'protocol')) ?? 'TCP';
      return typeof number === 'number' ? [{ name: textOf(at(port, 'name')) ?? '', number, protocol }] : [];
    }),
  );
}

/** Of what controllers put on their pods, the name of a Job alone is known beforehand. */
function addedLabels({ manifest }: Workload): readonly (readonly [string, string | undefined])[] {
  const added = ADDED_LABELS[manifest.kind] ?? [];
  const name = manifest.kind === 'Job' && manifest.name !== '' ? manifest.name : undefined;
  return added.map((label) => [label, JOB_NAME.includes(label) ? name : undefined]);
}

const JOB_NAME: readonly string[] = ['job-name', 'batch.kubernetes.io/job-name'];
const JOB = [...JOB_NAME, 'controller-uid', 'batch.kubernetes.io/controller-uid'];

/** https://kubernetes.io/docs/reference/labels-annotations-taints/ */
const ADDED_LABELS: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['pod-template-hash'],
  DaemonSet: ['controller-revision-hash', 'pod-template-generation'],
  StatefulSet: [
    'controller-revision-hash',
    'statefulset.kubernetes.io/pod-name',
    'apps.kubernetes.io/pod-index',
  ],
  Job: JOB,
  CronJob: JOB,
};
