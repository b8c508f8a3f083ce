import type { Construct } from 'constructs';
import { labelsOf } from '../model/names';
import type { PolicyRule } from './object';
import { kubeObject } from './object';

/** A Role and its only holder, which may live in another namespace. */
export function roleFor(
  scope: Construct,
  { namespace, name }: { readonly namespace: string; readonly name: string },
  holder: { readonly namespace: string; readonly name: string },
  rules: readonly PolicyRule[],
  annotations: Readonly<Record<string, string>>,
): void {
  const metadata = { name, namespace, labels: labelsOf(name) };
  kubeObject(scope, 'Role', { metadata: { ...metadata, annotations }, rules });
  kubeObject(scope, 'RoleBinding', {
    metadata,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
    subjects: [{ kind: 'ServiceAccount', name: holder.name, namespace: holder.namespace }],
  });
}
