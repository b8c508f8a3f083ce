import { groupBy } from '../../../src/manifests/groups';
import { patchObject } from '../cluster/api';
import type { KubeObject } from '../cluster/objects';

const LABEL = { metadata: { labels: { 'app.kubernetes.io/part-of': 'edited' } } };

/** What somebody changes by hand in an object of each kind: a field that Git says, and that may be changed. */
const EDITS: Readonly<Record<string, object>> = {
  Namespace: { metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } } },
  ServiceAccount: { automountServiceAccountToken: true },
  Secret: LABEL,
  ExternalSecret: { spec: { refreshInterval: '9h0m0s' } },
  SealedSecret: { spec: { template: LABEL } },
  PersistentVolumeClaim: LABEL,
  Role: { rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }] },
  RoleBinding: { subjects: [{ kind: 'Group', apiGroup: 'rbac.authorization.k8s.io', name: 'edited' }] },
  NetworkPolicy: { spec: { ingress: [{}], egress: [{}] } },
  Service: { spec: { selector: { 'app.kubernetes.io/name': 'edited' } } },
  Deployment: { spec: { replicas: 0 } },
  Job: { spec: { backoffLimit: 7 } },
};

interface ConfigMap extends KubeObject {
  readonly data: Readonly<Record<string, string>>;
}

/**
 * Edits all of these objects at once: a sync that began before an edit does not see it, and with waves may wait for what it has
 * broken. Returns how many of which kind.
 */
export async function edit(objects: readonly KubeObject[]): Promise<Readonly<Record<string, number>>> {
  await Promise.all(objects.map((object) => patchObject(object, editOf(object))));
  const kinds = objects.map(({ kind }) => kind);
  return Object.fromEntries([...groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]));
}

function editOf(object: KubeObject): object {
  if (object.kind === 'ConfigMap') {
    const [key = ''] = Object.keys((object as ConfigMap).data);
    return { data: { [key]: 'edited' } };
  }
  const found = EDITS[object.kind];
  if (found === undefined) throw new Error(`Nothing is known to edit in a ${object.kind}`);
  return found;
}
