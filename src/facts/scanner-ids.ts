/** What a scanner calls a question of ours. Each tool is told in its own way that the answer is accepted. */
export interface ScannerIds {
  readonly kubeLinter?: readonly string[];
  readonly kubeScore?: readonly string[];
  readonly polaris?: readonly string[];
  /** What Polaris asks of the bindings of a Role. */
  readonly polarisOfBindings?: readonly string[];
  readonly checkov?: readonly string[];
  readonly trivy?: readonly string[];
  readonly kubescape?: readonly string[];
}

/**
 * By the id of our check. From the tools' own lists: kube-linter 0.8.3, kube-score 1.20.0, Polaris 10.2.2, Checkov 3.3,
 * trivy-checks of Trivy 0.74.0, and the controls of Kubescape's NSA, MITRE, ClusterScan and WorkloadScan frameworks.
 */
export const SCANNER_IDS: Readonly<Record<string, ScannerIds>> = {
  'pdb-blocks-evictions': {
    kubeLinter: ['pdb-max-unavailable', 'pdb-min-available'],
    polaris: ['pdbDisruptionsIsZero'],
  },
  'budget-keeps-broken-pods': { kubeLinter: ['pdb-unhealthy-pod-eviction-policy'] },
  'capabilities-kept': {
    kubeLinter: ['drop-net-raw-capability'],
    polaris: ['insecureCapabilities'],
    checkov: ['CKV_K8S_28', 'CKV_K8S_37'],
    trivy: ['KSV-0003', 'KSV-0004', 'KSV-0106'],
  },
  'config-map-credential-key': { polaris: ['sensitiveConfigmapContent'], kubescape: ['C-0012'] },
  'cpu-limit': { ...resources('CKV_K8S_11', 'KSV-0011', 'C-0270'), polaris: ['cpuLimitsMissing'] },
  'cpu-request': {
    kubeLinter: ['unset-cpu-requirements'],
    ...resources('CKV_K8S_10', 'KSV-0015', 'C-0268'),
    polaris: ['cpuRequestsMissing'],
  },
  'cron-job-deadline': { kubeScore: ['cronjob-has-deadline'] },
  'default-namespace': { checkov: ['CKV_K8S_21'], trivy: ['KSV-0110'], kubescape: ['C-0061'] },
  'deprecated-service-account': { kubeLinter: ['deprecated-service-account-field'] },
  'disruption-budget': {
    kubeScore: ['deployment-has-poddisruptionbudget', 'statefulset-has-poddisruptionbudget'],
    polaris: ['missingPodDisruptionBudget'],
  },
  'hidden-entry': { kubeLinter: ['duplicate-env-var'], kubeScore: ['environment-variable-key-duplication'] },
  'ephemeral-storage-limit': { kubeScore: ['container-ephemeral-storage-request-and-limit'] },
  'ephemeral-storage-request': { kubeScore: ['container-ephemeral-storage-request-and-limit'] },
  'host-namespaces': {
    kubeLinter: ['host-ipc', 'host-network', 'host-pid'],
    polaris: ['hostIPCSet', 'hostNetworkSet', 'hostPIDSet'],
    checkov: ['CKV_K8S_17', 'CKV_K8S_18', 'CKV_K8S_19'],
    trivy: ['KSV-0008', 'KSV-0009', 'KSV-0010'],
    kubescape: ['C-0038', 'C-0041'],
  },
  'host-path': {
    kubeLinter: ['sensitive-host-mounts'],
    polaris: ['hostPathSet'],
    trivy: ['KSV-0023'],
    kubescape: ['C-0048'],
  },
  'image-digest': { checkov: ['CKV_K8S_43'], kubescape: ['C-0306'] },
  'image-pull-policy': {
    kubeScore: ['container-image-pull-policy'],
    polaris: ['pullPolicyNotAlways'],
    checkov: ['CKV_K8S_15'],
  },
  'ingress-without-tls': { polaris: ['tlsSettingsMissing'] },
  'job-ttl': { kubeLinter: ['job-ttl-seconds-after-finished'] },
  'limit-range-fields': { trivy: ['KSV-0039'] },
  'liveness-probe': { polaris: ['livenessProbeMissing'], checkov: ['CKV_K8S_8'], kubescape: ['C-0056'] },
  'low-group-id': { kubeScore: ['container-security-context-user-group-id'], trivy: ['KSV-0021'] },
  'low-port': { kubeLinter: ['ssh-port'], trivy: ['KSV-0117'] },
  'low-user-id': {
    kubeScore: ['container-security-context-user-group-id'],
    checkov: ['CKV_K8S_40'],
    trivy: ['KSV-0020'],
  },
  'memory-limit': {
    kubeLinter: ['unset-memory-requirements'],
    ...resources('CKV_K8S_13', 'KSV-0018', 'C-0271'),
    polaris: ['memoryLimitsMissing'],
  },
  'memory-request': { ...resources('CKV_K8S_12', 'KSV-0016', 'C-0269'), polaris: ['memoryRequestsMissing'] },
  'missing-namespace': { checkov: ['CKV_K8S_21'], trivy: ['KSV-0110'], kubescape: ['C-0061'] },
  'naked-pod': { kubescape: ['C-0073'] },
  'no-egress-policy': network(),
  'no-ingress-policy': network(),
  'node-port': { kubeScore: ['service-type'] },
  'node-port-taken': {
    polaris: ['hostPortSet'],
    checkov: ['CKV_K8S_26'],
    trivy: ['KSV-0024'],
    kubescape: ['C-0044'],
  },
  'own-service-account': { checkov: ['CKV_K8S_41', 'CKV_K8S_42'] },
  'pod-security-context': { checkov: ['CKV_K8S_29'], trivy: ['KSV-0118'] },
  'policy-types-unsaid': { kubescape: ['C-0030'] },
  'privilege-escalation': {
    kubeLinter: ['privilege-escalation-container'],
    polaris: ['privilegeEscalationAllowed'],
    checkov: ['CKV_K8S_20'],
    trivy: ['KSV-0001'],
    kubescape: ['C-0016'],
  },
  'privileged-container': {
    kubeLinter: ['privileged-container'],
    kubeScore: ['container-security-context-privileged'],
    polaris: ['runAsPrivileged'],
    checkov: ['CKV_K8S_16'],
    trivy: ['KSV-0017'],
    kubescape: ['C-0057'],
  },
  'probe-port': { kubeLinter: ['liveness-port', 'readiness-port', 'startup-port'] },
  'probes-identical': { kubeScore: ['pod-probes-identical'] },
  'quota-fields': { trivy: ['KSV-0040'] },
  // Both ask of deleting whether objects are named or not.
  'rbac-delete': { trivy: ['KSV-0048'], kubescape: ['C-0007'] },
  'rbac-pods-create': { trivy: ['KSV-0048'], kubescape: ['C-0188'] },
  'rbac-pods-exec': {
    polaris: ['rolePodExecAttach'],
    polarisOfBindings: ['rolebindingRolePodExecAttach'],
    checkov: ['CKV2_K8S_2'],
    trivy: ['KSV-0053'],
    kubescape: ['C-0002'],
  },
  'rbac-secrets-read': { checkov: ['CKV2_K8S_5'], trivy: ['KSV-0113'], kubescape: ['C-0015'] },
  // Neither looks at the names of the Secrets.
  'rbac-secrets-rights': { trivy: ['KSV-0113'], kubescape: ['C-0015'] },
  'read-only-root-fs': {
    kubeLinter: ['no-read-only-root-fs'],
    kubeScore: ['container-security-context-readonlyrootfilesystem'],
    polaris: ['notReadOnlyRootFilesystem'],
    checkov: ['CKV_K8S_22'],
    trivy: ['KSV-0014'],
    kubescape: ['C-0017'],
  },
  'readiness-probe': {
    kubeScore: ['pod-probes'],
    polaris: ['readinessProbeMissing'],
    checkov: ['CKV_K8S_9'],
    kubescape: ['C-0018'],
  },
  'recommended-labels': { kubescape: ['C-0076', 'C-0077'] },
  'recreate-strategy': { kubeScore: ['deployment-strategy'], kubescape: ['C-0305'] },
  'root-allowed': {
    kubeLinter: ['run-as-non-root'],
    polaris: ['runAsRootAllowed'],
    checkov: ['CKV_K8S_23'],
    trivy: ['KSV-0012'],
    kubescape: ['C-0013'],
  },
  'root-group': { trivy: ['KSV-0116'] },
  'seccomp-unsaid': { checkov: ['CKV_K8S_31'], trivy: ['KSV-0030'], kubescape: ['C-0210'] },
  'secret-as-env': { checkov: ['CKV_K8S_35'], kubescape: ['C-0207'] },
  'service-account-token': {
    polaris: ['automountServiceAccountToken'],
    checkov: ['CKV_K8S_38'],
    kubescape: ['C-0034'],
  },
  // Polaris asks for a budget even of one pod, which could then never be evicted, and to spread it.
  'single-replica': {
    kubeScore: ['deployment-replicas'],
    polaris: ['deploymentMissingReplicas', 'missingPodDisruptionBudget', 'topologySpreadConstraint'],
  },
  'system-namespace': { trivy: ['KSV-0037'] },
  'spread-replicas': {
    kubeLinter: ['no-anti-affinity'],
    kubeScore: ['deployment-has-host-podantiaffinity', 'statefulset-has-host-podantiaffinity'],
    polaris: ['topologySpreadConstraint'],
  },
};

function resources(checkov: string, trivy: string, kubescape: string): ScannerIds {
  return { kubeScore: ['container-resources'], checkov: [checkov], trivy: [trivy], kubescape: [kubescape] };
}

function network(): ScannerIds {
  return {
    kubeScore: ['pod-networkpolicy'],
    polaris: ['missingNetworkPolicy'],
    checkov: ['CKV2_K8S_6'],
    kubescape: ['C-0030', 'C-0260'],
  };
}
