import type { Check } from '../check';
import { KEY_CHECKS } from './keys';
import { NAME_CHECKS } from './names';

/** Whether what one object says of another is so. */
export const REFERENCE_CHECKS: readonly Check[] = [...NAME_CHECKS, ...KEY_CHECKS];
