import type { Check } from '../check';
import { APPLICATION_CHECKS } from './applications';
import { HOOK_CHECKS } from './hooks';
import { BOOT_CHECK_CHECKS } from './boot-check';
import { COMPARED_CHECKS } from './compared';
import { DRIFT_CHECKS } from './drift';
import { LEFTOVER_CHECKS } from './leftovers';
import { LOSS_CHECKS } from './loss';
import { UNSAID_CHECKS } from './unsaid';
import { KEY_CHECKS } from './keys';
import { OPERATOR_ORDER_CHECKS } from './operator-order';
import { PROJECT_CHECKS } from './projects';
import { SYNC_POLICY_CHECKS } from './sync-policies';
import { SYNCED_FOLDER_CHECKS } from './synced-folders';
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
  ...OPERATOR_ORDER_CHECKS,
  ...BOOT_CHECK_CHECKS,
  ...DRIFT_CHECKS,
  ...LEFTOVER_CHECKS,
  ...LOSS_CHECKS,
  ...UNSAID_CHECKS,
  ...COMPARED_CHECKS,
  ...APPLICATION_CHECKS,
  ...PROJECT_CHECKS,
  ...SYNCED_FOLDER_CHECKS,
  ...SYNC_POLICY_CHECKS,
];
