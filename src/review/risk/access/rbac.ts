import type { Manifest } from '../../../manifests/manifest';
import { textOf } from '../../../manifests/value';
import { typeOf } from '../subject';

export const RBAC_GROUP = 'rbac.authorization.k8s.io';

export function isRole(manifest: Manifest): boolean {
  return [`${RBAC_GROUP}/Role`, `${RBAC_GROUP}/ClusterRole`].includes(typeOf(manifest));
}

export function isBinding(manifest: Manifest): boolean {
  return [`${RBAC_GROUP}/RoleBinding`, `${RBAC_GROUP}/ClusterRoleBinding`].includes(typeOf(manifest));
}

/** `Role/web`: what a binding gives. */
export function roleOf(binding: Manifest): string {
  return `${textOf(binding.at('roleRef', 'kind')) ?? ''}/${textOf(binding.at('roleRef', 'name')) ?? ''}`;
}
