import type { PodSecurityLevel } from '../../../facts/pod-security';
import type { Workload } from '../../../manifests/workload';
import { BASELINE_RULES } from './baseline-rules';
import type { Breach, PodRule } from './pod-rule';
import { RESTRICTED_RULES } from './restricted-rules';

export interface LevelBreach extends Breach {
  readonly rule: PodRule;
}

/** What keeps a pod from a level, as the policy of a minor release of Kubernetes has it. */
export function breachesOf(pod: Workload, level: PodSecurityLevel, minor: number): readonly LevelBreach[] {
  return rulesOf(level, minor).flatMap((rule) =>
    rule.breaches(pod, minor).map((breach) => ({ ...breach, rule })),
  );
}

function rulesOf(level: PodSecurityLevel, minor: number): readonly PodRule[] {
  const key = `${level} ${String(minor)}`;
  const rules = RULES.get(key) ?? chosen(level, minor);
  RULES.set(key, rules);
  return rules;
}

/** By level and release: each pod asks for one of a few. */
const RULES = new Map<string, readonly PodRule[]>();

function chosen(level: PodSecurityLevel, minor: number): readonly PodRule[] {
  const known = ({ since }: PodRule): boolean => since <= minor;
  switch (level) {
    case 'privileged':
      return [];
    case 'baseline':
      return BASELINE_RULES.filter(known);
    case 'restricted': {
      const more = RESTRICTED_RULES.filter(known);
      const overridden = more.map(({ overrides }) => overrides);
      return [...BASELINE_RULES.filter(({ id }) => !overridden.includes(id)).filter(known), ...more];
    }
    default:
      return level satisfies never;
  }
}
