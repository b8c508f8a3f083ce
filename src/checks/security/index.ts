import type { Check } from '../check';
import { IMAGE_CHECKS } from './images';
import { POD_SECURITY_CHECKS } from './pod-security';
import { BINDING_CHECKS } from './rbac/bindings';
import { REACH_CHECKS } from './rbac/reach';
import { RIGHT_CHECKS } from './rbac/rights';
import { SCOPE_CHECKS } from './rbac/scope';
import { WILDCARD_CHECKS } from './rbac/wildcards';
import { SECRET_CHECKS } from './secrets';
import { TOKEN_CHECKS } from './tokens';

/** What opens a door: to the node, to the API, to keys, or through an image. */
export const SECURITY_CHECKS: readonly Check[] = [
  ...POD_SECURITY_CHECKS,
  ...WILDCARD_CHECKS,
  ...RIGHT_CHECKS,
  ...BINDING_CHECKS,
  ...REACH_CHECKS,
  ...SCOPE_CHECKS,
  ...SECRET_CHECKS,
  ...IMAGE_CHECKS,
  ...TOKEN_CHECKS,
];
