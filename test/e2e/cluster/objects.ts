/** The fields of live objects that the suite reads. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly generation?: number;
    readonly resourceVersion: string;
    readonly deletionTimestamp?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
}

interface Condition {
  readonly type: string;
  readonly status: string;
}

export interface Pod extends KubeObject {
  readonly spec: { readonly nodeName?: string };
  readonly status: {
    readonly phase: string;
    readonly podIP?: string;
    readonly conditions?: readonly Condition[];
    readonly containerStatuses?: readonly {
      readonly name: string;
      readonly image: string;
      readonly restartCount: number;
      readonly state: { readonly waiting?: { readonly reason?: string; readonly message?: string } };
    }[];
  };
}

export interface Workload extends KubeObject {
  readonly spec: {
    readonly replicas?: number;
    readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly template: { readonly spec: PodSpec };
  };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly updatedReplicas?: number;
    readonly availableReplicas?: number;
    readonly conditions?: readonly Condition[];
    readonly succeeded?: number;
    readonly failed?: number;
  };
}

export interface PodSpec {
  readonly containers: readonly {
    readonly name: string;
    readonly env?: readonly {
      readonly name: string;
      readonly valueFrom?: { readonly secretKeyRef?: { readonly name: string; readonly key: string } };
    }[];
  }[];
}

export interface Secret extends KubeObject {
  readonly data?: Readonly<Record<string, string>>;
}

export function isReady({ metadata, status }: Pod): boolean {
  const ready = status.conditions?.some(({ type, status: its }) => type === 'Ready' && its === 'True');
  return metadata.deletionTimestamp === undefined && ready === true;
}

/** Changes when a pod is another one, or one of its containers has started again. */
export function processesOf(pods: readonly Pod[]): readonly string[] {
  return pods.map(({ metadata, status }) => {
    const restarts = (status.containerStatuses ?? []).map(({ restartCount }) => restartCount);
    return [metadata.uid, ...restarts].join(' ');
  });
}

/** A Deployment whose pods are all of the newest template and available; a Job that is complete. */
export function isSettled({ kind, metadata, spec, status }: Workload): boolean {
  if (kind === 'Job')
    return status?.conditions?.some((c) => c.type === 'Complete' && c.status === 'True') === true;
  const replicas = spec.replicas ?? 1;
  return (
    status?.observedGeneration === metadata.generation &&
    [status?.updatedReplicas, status?.availableReplicas, status?.replicas].every(
      (count) => (count ?? 0) === replicas,
    )
  );
}
