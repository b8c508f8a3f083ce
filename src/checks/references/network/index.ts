import type { Check } from '../../check';
import { BLOCKED_CHECKS } from './blocked';
import { OPEN_CHECKS } from './open';
import { SELECTED_CHECKS } from './selected';
import { WRITTEN_CHECKS } from './written';

/** Whether NetworkPolicies mean whom they name, and let pass what the system needs. */
export const NETWORK_CHECKS: readonly Check[] = [
  ...SELECTED_CHECKS,
  ...WRITTEN_CHECKS,
  ...BLOCKED_CHECKS,
  ...OPEN_CHECKS,
];
