import type { KubeObject } from '../cluster/objects';
import { run } from '../cluster/run';

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

/** Edits each of these objects, one after another; returns how many of which kind. */
export async function edit(objects: readonly KubeObject[]): Promise<Readonly<Record<string, number>>> {
  const edited: Record<string, number> = {};
  for (const object of objects) {
    const { kind, apiVersion, metadata } = object;
    const [group = ''] = apiVersion.includes('/') ? apiVersion.split('/') : [];
    const resource = group === '' ? kind : `${kind}.${group}`;
    const where = metadata.namespace === undefined ? [] : ['-n', metadata.namespace];
    const patch = ['--type', 'merge', '-p', JSON.stringify(editOf(object))];
    await run('kubectl', ['patch', resource, metadata.name, ...where, ...patch]);
    edited[kind] = (edited[kind] ?? 0) + 1;
  }
  return edited;
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
