import { pageOf, type ListedRule } from '../findings/rule';
import type { Check } from './check';
import { EXCEPTION_WITHOUT_REASON, UNUSED_EXCEPTION } from './exceptions';
import { FILE_CHECKS } from './files';
import { CACHE_CHECKS } from './cache';
import { GITOPS_CHECKS } from './gitops';
import { HARDENING_CHECKS } from './hardening';
import { REFERENCE_CHECKS } from './references';
import { SCHEMA_CHECKS } from './schema';
import { SECURITY_CHECKS } from './security';

/** All checks by what they are about, in the order in which a manifest meets these questions. */
export const CHECK_FAMILIES = {
  files: FILE_CHECKS,
  schema: SCHEMA_CHECKS,
  references: REFERENCE_CHECKS,
  cache: CACHE_CHECKS,
  security: SECURITY_CHECKS,
  gitops: GITOPS_CHECKS,
  hardening: HARDENING_CHECKS,
  exceptions: [EXCEPTION_WITHOUT_REASON],
} as const satisfies Readonly<Record<string, readonly Check[]>>;

export type CheckFamily = keyof typeof CHECK_FAMILIES;

export const CHECKS: readonly Check[] = Object.values(CHECK_FAMILIES).flat();

/** Each rule that a finding may name. */
export const RULES: readonly ListedRule[] = [
  ...Object.entries(CHECK_FAMILIES).flatMap(([family, checks]) =>
    checks.map((check): ListedRule => ({ ...check, family, page: pageOf(check.id) })),
  ),
  { ...UNUSED_EXCEPTION, family: 'exceptions', page: pageOf(UNUSED_EXCEPTION.id) },
];
