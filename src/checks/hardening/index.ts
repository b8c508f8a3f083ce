import type { Check } from '../check';

export const HARDENING_CHECKS: readonly Check[] = [];
