import type { Check } from '../check';

export const GITOPS_CHECKS: readonly Check[] = [];
