/**
 * Words that Argo CD 3.5 compares letter by letter; what is not among them it passes over in silence.
 * (argo-cd, gitops-engine/pkg/sync/common/types.go, docs/user-guide/{sync-options,sync-waves,compare-options}.md)
 */

export const ARGO = 'argocd.argoproj.io/';

export const HOOKS = ['PreSync', 'Sync', 'Skip', 'PostSync', 'SyncFail', 'PreDelete', 'PostDelete'] as const;

export const DELETE_POLICIES = ['HookSucceeded', 'HookFailed', 'BeforeHookCreation'] as const;

/** Of one object. */
export const OBJECT_SYNC_OPTIONS = [
  'Prune=false',
  'Prune=confirm',
  'Prune=true',
  'PruneLast=true',
  'PruneLast=false',
  'Delete=false',
  'Delete=confirm',
  'Delete=true',
  'Validate=false',
  'Validate=true',
  'SkipDryRunOnMissingResource=true',
  'SkipDryRunOnMissingResource=false',
  'Replace=true',
  'Replace=false',
  'Force=true',
  'Force=false',
  'ServerSideApply=true',
  'ServerSideApply=false',
  'ClientSideApplyMigration=false',
  'ClientSideApplyMigration=true',
] as const;

/** Of an Application, in `spec.syncPolicy.syncOptions`. */
export const APPLICATION_SYNC_OPTIONS = [
  ...OBJECT_SYNC_OPTIONS,
  'ApplyOutOfSyncOnly=true',
  'ApplyOutOfSyncOnly=false',
  'CreateNamespace=true',
  'CreateNamespace=false',
  'FailOnSharedResource=true',
  'FailOnSharedResource=false',
  'PrunePropagationPolicy=foreground',
  'PrunePropagationPolicy=background',
  'PrunePropagationPolicy=orphan',
  'RespectIgnoreDifferences=true',
  'RespectIgnoreDifferences=false',
] as const;

export const COMPARE_OPTIONS = [
  'IgnoreExtraneous',
  'IncludeMutationWebhook=true',
  'IncludeMutationWebhook=false',
  'ServerSideDiff=true',
  'ServerSideDiff=false',
] as const;

/** Annotations and labels that begin with `argocd.argoproj.io/`. */
export const ARGO_KEYS = [
  'application-set-name',
  'application-set-refresh',
  'auto-label-cluster-info',
  'compare-options',
  'cluster-name',
  'hook',
  'hook-delete-policy',
  'hook-finalizer',
  'hydrate',
  'ignore-default-labels',
  'ignore-healthcheck',
  'ignore-resource-updates',
  'installation-id',
  'instance',
  'kubernetes-version',
  'managed-by',
  'managed-by-url',
  'manifest-generate-paths',
  'manifest-max-prefetch',
  'operation-state-phase',
  'refresh',
  'secret-type',
  'skip-reconcile',
  'sync-options',
  'sync-wave',
  'tracking-id',
] as const;

/** What Argo CD makes of Helm's hooks; those that are not here it never applies. (gitops-engine/pkg/sync/hook/helm/type.go) */
export const HELM_HOOKS: Readonly<Record<string, (typeof HOOKS)[number]>> = {
  'crd-install': 'PreSync',
  'pre-install': 'PreSync',
  'pre-upgrade': 'PreSync',
  'post-install': 'PostSync',
  'post-upgrade': 'PostSync',
  'pre-delete': 'PreDelete',
  'post-delete': 'PostDelete',
};

/** A kind of object, as a project of Argo CD names it; the core group is empty. */
export interface GroupKind {
  readonly group: string;
  readonly kind: string;
}

/**
 * What controllers make of an object, by its `group/Kind`. A project that does not allow them hides them in the tree of
 * the Application; seen with Argo CD 3.2. Endpoints and EndpointSlices are nowhere there since 3.0.
 */
export const CHILDREN: Readonly<Record<string, readonly GroupKind[]>> = {
  'apps/Deployment': [
    { group: 'apps', kind: 'ReplicaSet' },
    { group: '', kind: 'Pod' },
  ],
  'batch/Job': [{ group: '', kind: 'Pod' }],
  'external-secrets.io/ExternalSecret': [{ group: '', kind: 'Secret' }],
  'bitnami.com/SealedSecret': [{ group: '', kind: 'Secret' }],
};

/** Names of files by which Argo CD tells that another tool is to make the manifests of their folder. (util/app/discovery/discovery.go) */
export const OTHER_TOOLS = /^(?:kustomization\.ya?ml|Kustomization|Chart\.yaml)$/;
