import type { Check, Fault } from '../../check';
import { grantsOf, type Grant } from './grants';

export const WILDCARD_CHECKS: readonly Check[] = [
  {
    id: 'rbac-wildcard',
    severity: 'error',
    rule: 'Roles name what they grant',
    why: 'A wildcard grants also what nobody thought of: Secrets, commands in pods, and all kinds that come later. The runner chart writes it where "rbac.rules" is left empty.',
    source: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#wildcards',
    find: (system) => system.view(grantsOf).flatMap(wildcardFaults),
  },
];

/** One finding a rule: who has to name the resources has to think of the verbs anyway. */
function wildcardFaults({ manifest, path, resources, verbs, groups }: Grant): readonly Fault[] {
  const fields = [
    ['resources', resources.indexOf('*')],
    ['verbs', verbs.indexOf('*')],
    ['apiGroups', groups.indexOf('*')],
  ] as const;
  const wild = fields.filter(([, index]) => index >= 0);
  const [first] = wild;
  if (first === undefined) return [];
  const [field, index] = first;
  return [
    {
      spot: { manifest, path: [...path, field, index] },
      ...(field === 'resources' && !groups.every(isCustom) ? {} : { severity: 'warning' as const }),
      message: `${manifest.kind} "${manifest.name}" grants ${wild.map(([name]) => `all "${name}"`).join(', ')}: whoever has it has more than it needs, and more with each kind that is added`,
      remedy: 'name each of them',
    },
  ];
}

/** Of custom kinds: neither Secrets nor pods are among them. */
function isCustom(group: string): boolean {
  return group.includes('.') && !group.endsWith('.k8s.io');
}
