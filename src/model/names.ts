/** Names that more than one object must agree on. What only one object knows stands there. */
export const NAMES = {
  minio: 'minio',
  rootKeys: 'minio-root',
  keysJob: 'minio-keys',
  bucketInit: 'minio-bucket-init',
  bucketKeeper: 'minio-bucket-keeper',
  /** Fixed: other tools look for it. */
  runnerKeys: 's3access',
  runner: 'gitlab-runner',
  job: 'gitlab-job',
  jobPods: 'jobs',
} as const;

/** Of the manifests of all namespaces; the other folders are named after theirs. Sorts first. */
export const NAMESPACES_FOLDER = '00-namespaces';

/** The keys of every Secret with S3 keys, as the runner's chart has read them since 2018. */
export const KEY_NAMES = { access: 'accesskey', secret: 'secretkey' } as const;

/** How every such key begins. */
export const ROTATION_MARKER = 'rotation-';

/** Written by the keys Job when a Secret has the keys of that rotation; pods of that rotation wait for it. */
export function rotationMarker(rotation: number): string {
  return `${ROTATION_MARKER}${rotation}`;
}

/** The access key before the last rotation, which running jobs still use. */
export const PREVIOUS_ACCESS_KEY = 'previous';

/** The copy of a runner's keys beside MinIO: `s3access`, or `s3access-<runner>` where there are several. */
export function keysInStoreOf(runner: { readonly name: string }, all: readonly unknown[]): string {
  return all.length === 1 ? NAMES.runnerKeys : `${NAMES.runnerKeys}-${runner.name}`;
}

/** The one label that selectors hold. It never changes between releases and is unique in its namespace. */
export const SELECTOR_LABEL = 'app.kubernetes.io/name';

/** Without `app.kubernetes.io/instance`: an Argo CD that tracks by it would take, and prune, what has its name there. */
export function labelsOf(name: string): Record<string, string> {
  return {
    [SELECTOR_LABEL]: labelValue(name),
    'app.kubernetes.io/part-of': 'runner-cache',
    'app.kubernetes.io/managed-by': 'runner-cache',
  };
}

/** A name has 253 characters at most, the value of a label 63; it ends in a letter or a digit. */
function labelValue(name: string): string {
  return name.slice(0, 63).replace(/[^a-z0-9]+$/, '');
}

/** The runner puts it on each pod of a job, and a job cannot overwrite it (runner 17.9). */
export const JOB_POD_LABEL = 'job.runner.gitlab.com/pod';

/** Where a pod finds the token for the API server, and who signed its certificate. */
export const API_TOKEN_FOLDER = { mount: '/var/run/secrets/kubernetes.io', below: 'serviceaccount' } as const;
