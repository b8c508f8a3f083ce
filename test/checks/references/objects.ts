type Fields = Readonly<Record<string, unknown>>;

const GROUPS: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
  Job: 'batch/v1',
  Role: 'rbac.authorization.k8s.io/v1',
  PodDisruptionBudget: 'policy/v1',
  HorizontalPodAutoscaler: 'autoscaling/v2',
};

export const object = (kind: string, more: Fields = {}, name = 'app'): Fields => ({
  apiVersion: GROUPS[kind] ?? 'v1',
  kind,
  metadata: { name, namespace: 'ci' },
  ...more,
});
/** Pods of label `app: app`, and other fields of the workload and of its pods. */
export const workload = (kind: string, spec: Fields = {}, pods: Fields = {}, name = 'app'): Fields =>
  object(
    kind,
    {
      spec: {
        selector: { matchLabels: { app: 'app' } },
        template: { metadata: { labels: { app: 'app' } }, spec: { containers: [], ...pods } },
        ...spec,
      },
    },
    name,
  );
export const named = (one: Fields, metadata: Fields): Fields => ({
  ...one,
  metadata: { ...(one.metadata as Fields), ...metadata },
});
/** Of both directions, for the pods of `workload`. */
export const policy = (spec: object): Fields => ({
  ...object('NetworkPolicy', {
    spec: { podSelector: { matchLabels: { app: 'app' } }, policyTypes: ['Ingress', 'Egress'], ...spec },
  }),
  apiVersion: 'networking.k8s.io/v1',
});
