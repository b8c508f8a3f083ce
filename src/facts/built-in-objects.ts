/** What Kubernetes itself puts into each cluster, so that no file holds it. */
const EVERYWHERE: Readonly<Record<string, readonly string[]>> = {
  '/ConfigMap': ['kube-root-ca.crt', 'openshift-service-ca.crt'],
  '/ServiceAccount': ['default'],
  'rbac.authorization.k8s.io/ClusterRole': ['cluster-admin', 'admin', 'edit', 'view'],
};

/** By type and namespace. */
const SOMEWHERE: Readonly<Record<string, readonly string[]>> = {
  '/Service default': ['kubernetes'],
  '/ConfigMap kube-system': ['extension-apiserver-authentication'],
  'rbac.authorization.k8s.io/Role kube-system': ['extension-apiserver-authentication-reader'],
};

/** Namespaces that each cluster has, and fills by itself. */
export const BUILT_IN_NAMESPACES: readonly string[] = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
];

/** `type` is `GROUP/KIND`. */
export function isBuiltIn(type: string, namespace: string, name: string): boolean {
  if (EVERYWHERE[type]?.includes(name) || SOMEWHERE[`${type} ${namespace}`]?.includes(name)) return true;
  return type.startsWith('rbac.authorization.k8s.io/') && name.startsWith('system:');
}

/** The one key of `kube-root-ca.crt`. */
export const ROOT_CA_KEYS: readonly string[] = ['ca.crt'];
