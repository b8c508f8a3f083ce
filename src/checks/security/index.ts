import type { Check } from '../check';
import { POD_SECURITY_CHECKS } from './pod-security';

/** What opens a door: to the node, to the API, to keys, or through an image. */
export const SECURITY_CHECKS: readonly Check[] = [...POD_SECURITY_CHECKS];
