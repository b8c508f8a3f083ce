import type { Check } from '../check';
import { HOOK_CHECKS } from './hooks';
import { KEY_CHECKS } from './keys';
import { TOKEN_CHECKS } from './tokens';
import { WAVE_ORDER_CHECKS } from './wave-order';
import { WAVE_CHECKS } from './waves';

/** What Argo CD does with the manifests: what it drops in silence, waits for without an end, or never sees in sync. */
export const GITOPS_CHECKS: readonly Check[] = [
  ...TOKEN_CHECKS,
  ...KEY_CHECKS,
  ...HOOK_CHECKS,
  ...WAVE_CHECKS,
  ...WAVE_ORDER_CHECKS,
];
