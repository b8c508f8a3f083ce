import type { Check } from '../check';

export const SCHEMA_CHECKS: readonly Check[] = [];
