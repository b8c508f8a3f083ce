import type { Check } from '../check';
import { DISRUPTION_CHECKS } from './disruption';
import { KEY_CHECKS } from './keys';
import { NAME_CHECKS } from './names';
import { OVERLAP_CHECKS } from './overlaps';
import { PORT_CHECKS } from './ports';
import { SERVICE_CHECKS } from './services';

/** Whether what one object says of another is so. */
export const REFERENCE_CHECKS: readonly Check[] = [
  ...NAME_CHECKS,
  ...KEY_CHECKS,
  ...SERVICE_CHECKS,
  ...PORT_CHECKS,
  ...DISRUPTION_CHECKS,
  ...OVERLAP_CHECKS,
];
