import type { Check } from '../check';

export const CACHE_CHECKS: readonly Check[] = [];
