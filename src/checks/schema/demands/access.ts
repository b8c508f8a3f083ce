import { listOf, mapOf, textOf, type ValueMap } from '../../../manifests/value';
import { DNS_SUBDOMAIN, PATH_SEGMENT } from '../forms';
import type { Mistake } from '../mistake';
import { valueFault } from '../leaf';
import { formed, isSet, mapsIn, refused, refusedForm, type Demands, type ObjectDemand } from './demand';

/** Roles and bindings. (kubernetes, pkg/apis/rbac/validation/validation.go) */
export const ACCESS_DEMANDS: Demands = {
  'rbac.v1.PolicyRule': [resourceRule],
  'rbac.v1.Role': [noUrls],
  'rbac.v1.RoleBinding': [roleKind(['Role', 'ClusterRole']), subjects(false)],
  'rbac.v1.ClusterRoleBinding': [roleKind(['ClusterRole']), subjects(true)],
  'rbac.v1.RoleRef': [formed('name', 'role-reference', PATH_SEGMENT)],
};

const GROUP = 'rbac.authorization.k8s.io';

function resourceRule(rule: ValueMap): readonly Mistake[] {
  const urls = listOf(rule.nonResourceURLs).length > 0;
  const [groups, resources] = [listOf(rule.apiGroups).length > 0, listOf(rule.resources).length > 0];
  if (urls) {
    return groups || resources || listOf(rule.resourceNames).length > 0
      ? [
          refused(
            'exclusive-fields',
            ['nonResourceURLs'],
            'A rule is for resources or for URLs, not for both',
            'make two rules of it',
          ),
        ]
      : [];
  }
  const missing = [...(groups ? [] : ['apiGroups']), ...(resources ? [] : ['resources'])];
  return missing.map((field) =>
    refused(
      'missing-field',
      [],
      `A rule needs "${field}"`,
      field === 'apiGroups' ? 'write "apiGroups", [""] for core' : 'write "resources"',
    ),
  );
}

function noUrls(role: ValueMap): readonly Mistake[] {
  return mapsIn(role.rules)
    .filter(([, rule]) => listOf(rule.nonResourceURLs).length > 0)
    .map(([index]) =>
      refused(
        'role-reference',
        ['rules', index, 'nonResourceURLs'],
        'A Role cannot speak of URLs',
        'use a ClusterRole',
      ),
    );
}

function roleKind(kinds: readonly string[]): ObjectDemand {
  return (binding) => {
    const { kind, apiGroup } = mapOf(binding.roleRef);
    return [
      ...(typeof kind === 'string' && kind !== '' && !kinds.includes(kind)
        ? [{ ...valueFault(kind, kinds), check: 'role-reference' as const, path: ['roleRef', 'kind'] }]
        : []),
      ...(isSet(apiGroup) && apiGroup !== GROUP && typeof apiGroup === 'string'
        ? [
            {
              ...valueFault(apiGroup, [GROUP]),
              check: 'role-reference' as const,
              path: ['roleRef', 'apiGroup'],
            },
          ]
        : []),
    ];
  };
}

function subjects(cluster: boolean): ObjectDemand {
  return (binding) =>
    mapsIn(binding.subjects).flatMap(([index, subject]) =>
      subjectFaults(subject, cluster).map((mistake) => ({
        ...mistake,
        path: ['subjects', index, ...mistake.path],
      })),
    );
}

function subjectFaults(subject: ValueMap, cluster: boolean): readonly Mistake[] {
  const [kind, name] = [textOf(subject.kind) ?? '', textOf(subject.name) ?? ''];
  const group = textOf(subject.apiGroup) ?? '';
  if (kind !== '' && !KINDS.includes(kind)) {
    return [{ ...valueFault(kind, KINDS), check: 'role-reference', path: ['kind'] }];
  }
  const wanted = kind === 'ServiceAccount' ? '' : GROUP;
  return [
    ...(kind !== '' && group !== '' && group !== wanted
      ? [
          refused(
            'role-reference',
            ['apiGroup'],
            `A ${kind} is not of the group "${group}"`,
            wanted === '' ? 'remove "apiGroup"' : `write "${wanted}"`,
          ),
        ]
      : []),
    ...(kind === 'ServiceAccount' && name !== '' && !DNS_SUBDOMAIN.accepts(name)
      ? [refusedForm('role-reference', ['name'], name, DNS_SUBDOMAIN)]
      : []),
    ...(kind === 'ServiceAccount' && cluster && !isSet(subject.namespace)
      ? [refused('missing-field', [], 'A ServiceAccount needs its namespace here', 'write "namespace"')]
      : []),
  ];
}

const KINDS = ['ServiceAccount', 'User', 'Group'];
