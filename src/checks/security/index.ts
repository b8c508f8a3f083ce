import type { Check } from '../check';

export const SECURITY_CHECKS: readonly Check[] = [];
