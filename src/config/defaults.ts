/** Every default of the configuration file. The schema, the docs and the JSON Schema read them from here. */
export const DEFAULTS = {
  cache: {
    bucket: 'runner-cache',
    path: 'cache',
    shared: true,
    /** Two weeks: an archive that is only pulled is never written anew, so it goes after this time. */
    expireAfterDays: 14,
    maxArchive: '5Gi',
    verify: 'boot',
  },
  store: {
    namespace: 'minio',
    region: 'us-east-1',
    image: 'silo',
    nodes: 1,
    sizes: { ephemeral: '20Gi', volume: '50Gi', memory: '4Gi' },
  },
  credentials: { rotation: 1, scope: 'strict' },
  external: { store: 'ClusterSecretStore', refreshInterval: '1h' },
  runner: {
    name: 'main',
    namespace: 'gitlab-runner',
    tokenSecret: 'gitlab-runner-token',
    tokenKey: 'token',
    concurrent: 10,
    image: 'gitlab-runner',
    jobs: { namespace: 'gitlab-jobs', image: 'alpine:3.21', docker: false },
  },
  images: { registry: '', pullPolicy: 'IfNotPresent' },
  cluster: {
    kubernetes: '1.32',
    domain: 'cluster.local',
    provider: 'any',
    /** Managed clusters and Services; kubeadm, k3s, kind; minikube; MicroK8s. */
    apiServerPorts: [443, 6443, 8443, 16443],
  },
  argocd: {
    path: 'dist',
    targetRevision: 'HEAD',
    project: 'runner-cache',
    ordering: 'none',
    perRunner: false,
    namespace: 'argocd',
    argoVersion: '3.2',
  },
} as const;

/** The runner `main` has the plain names; each other one has its own name at their end. */
export function namespaceFor(prefix: string, runner: string): string {
  return runner === DEFAULTS.runner.name ? prefix : `${prefix}-${runner}`;
}
