import type { Manifest } from '../../../manifests/manifest';
import { at, listOf, textOf, type Path, type Value } from '../../../manifests/value';
import type { System } from '../../../system/system';

const RBAC = 'rbac.authorization.k8s.io';

/** One rule of a Role or ClusterRole. */
export interface Grant {
  readonly manifest: Manifest;
  readonly path: Path;
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Empty where it holds for all objects. */
  readonly names: readonly string[];
}

export interface Subject {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly path: Path;
}

export interface Binding {
  readonly manifest: Manifest;
  readonly role: { readonly kind: string; readonly name: string };
  readonly subjects: readonly Subject[];
}

export function grantsOf(system: System): readonly Grant[] {
  return [...system.ofKind(RBAC, 'Role'), ...system.ofKind(RBAC, 'ClusterRole')].flatMap((manifest) =>
    listOf(manifest.at('rules')).map((rule, index) => ({
      manifest,
      path: ['rules', index],
      groups: textsIn(at(rule, 'apiGroups')),
      resources: textsIn(at(rule, 'resources')),
      verbs: textsIn(at(rule, 'verbs')),
      names: textsIn(at(rule, 'resourceNames')),
    })),
  );
}

export function bindingsOf(system: System): readonly Binding[] {
  const bindings = [...system.ofKind(RBAC, 'RoleBinding'), ...system.ofKind(RBAC, 'ClusterRoleBinding')];
  return bindings.map((manifest) => ({
    manifest,
    role: {
      kind: textOf(manifest.at('roleRef', 'kind')) ?? '',
      name: textOf(manifest.at('roleRef', 'name')) ?? '',
    },
    subjects: listOf(manifest.at('subjects')).map((subject, index) => ({
      kind: textOf(at(subject, 'kind')) ?? '',
      namespace: textOf(at(subject, 'namespace')) ?? '',
      name: textOf(at(subject, 'name')) ?? '',
      path: ['subjects', index],
    })),
  }));
}

function textsIn(value: Value | undefined): readonly string[] {
  return listOf(value).map((entry) => textOf(entry) ?? '');
}
