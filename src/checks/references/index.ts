import type { Check } from '../check';

export const REFERENCE_CHECKS: readonly Check[] = [];
