import { ARGO } from '../../facts/argocd';
import type { Manifest } from '../../manifests/manifest';
import { isMap, listOf, type Path } from '../../manifests/value';
import type { Check, Fault } from '../check';

/** What a server writes into an object, and what does not belong into a file. */
export const LEFTOVER_CHECKS: readonly Check[] = [
  {
    id: 'server-field-in-manifest',
    severity: 'error',
    rule: 'No file holds what the API server writes',
    why: 'A "resourceVersion" or "uid" of another day makes each apply a conflict; the copy of what was applied last holds the values of Secrets.',
    source:
      'kubernetes, staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/types.go (ObjectMeta: "Populated by the system. Read-only.")',
    find: ({ manifests }) => manifests.flatMap((manifest) => serverFields(manifest).slice(0, 1)),
  },
  {
    id: 'status-in-manifest',
    severity: 'note',
    rule: 'No file holds a status',
    why: 'The status is the cluster’s to write. In a file it is noise that changes with each export, and nothing applies it.',
    source:
      'https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api-conventions.md#spec-and-status',
    find: ({ manifests }) =>
      manifests.filter(hasStatus).map((manifest) => ({
        spot: { manifest, path: ['status'], part: 'key' },
        message: 'Nothing applies a status',
        remedy: 'remove "status"',
      })),
  },
  {
    id: 'tracking-committed',
    severity: 'warning',
    rule: 'What Argo CD tracks an object by is not in Git',
    why: 'Argo CD writes these itself. A copy from another Application makes two Applications claim one object, and one of them prunes it.',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/; argo-cd issue 3050',
    find: ({ manifests }) =>
      manifests.flatMap((manifest) =>
        [[], ...claimTemplates(manifest)].flatMap((at) =>
          TRACKING.flatMap((path) => present(manifest, [...at, ...path], TRACKED)),
        ),
      ),
  },
];

/** The worst first. */
const SERVER_FIELDS = [
  ...[
    'resourceVersion',
    'uid',
    'managedFields',
    'selfLink',
    'generation',
    'creationTimestamp',
    'deletionTimestamp',
  ].map((key) => ['metadata', key]),
  ...[
    'kubectl.kubernetes.io/last-applied-configuration',
    'deployment.kubernetes.io/revision',
    'pv.kubernetes.io/bind-completed',
    'pv.kubernetes.io/bound-by-controller',
  ].map((key) => ['metadata', 'annotations', key]),
];

const TRACKING = [
  ['metadata', 'annotations', `${ARGO}tracking-id`],
  ['metadata', 'annotations', `${ARGO}installation-id`],
  ['metadata', 'labels', `${ARGO}instance`],
];

interface Words {
  readonly message: (field: string) => string;
  readonly remedy: string;
}

const SERVER: Words = {
  message: (field) => `"${field}" is the API server’s to write, and of an object that was`,
  remedy: 'remove it, and all else that an export of the cluster adds',
};

const TRACKED: Words = {
  message: (field) => `Argo CD writes "${field}" itself, and reads it to tell whose an object is`,
  remedy: 'remove it',
};

/** What they say is on each claim, which nobody syncs: by the label Argo CD would prune it with its data. (argo-cd issue 3050) */
function claimTemplates(manifest: Manifest): readonly Path[] {
  return listOf(manifest.at('spec', 'volumeClaimTemplates')).map((_, index) => [
    'spec',
    'volumeClaimTemplates',
    index,
  ]);
}

function serverFields(manifest: Manifest): readonly Fault[] {
  return SERVER_FIELDS.flatMap((path) => present(manifest, path, SERVER));
}

/** `creationTimestamp: null` comes from many generators and does nothing. */
function present(manifest: Manifest, path: Path, { message, remedy }: Words): readonly Fault[] {
  const value = manifest.at(...path);
  if (value === undefined || value === null) return [];
  return [{ spot: { manifest, path, part: 'key' }, message: message(String(path.at(-1))), remedy }];
}

/** Generators of definitions write one, and always have. */
function hasStatus(manifest: Manifest): boolean {
  const status = manifest.at('status');
  return isMap(status) && Object.keys(status).length > 0 && manifest.kind !== 'CustomResourceDefinition';
}
