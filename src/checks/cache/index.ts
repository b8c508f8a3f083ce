import type { Check } from '../check';
import { ADDRESS_CHECKS } from './address';
import { ARCHIVE_CHECKS } from './archives';
import { AUTHENTICATION_CHECKS } from './authentication';
import { BUCKET_CHECKS } from './bucket';
import { CONCURRENCY_CHECKS } from './concurrency';
import { JOB_CHECKS } from './jobs';
import { MANAGER_CHECKS } from './manager';
import { SECRET_CHECKS } from './secret-values';
import { SETTING_CHECKS } from './settings';
import { STORE_CHECKS } from './store';
import { TOKEN_CHECKS } from './tokens';
import { TYPE_CHECKS } from './type';

/** The runner's cache: what its configuration says, and whether the other manifests agree. */
export const CACHE_CHECKS: readonly Check[] = [
  ...SETTING_CHECKS,
  ...TYPE_CHECKS,
  ...ADDRESS_CHECKS,
  ...BUCKET_CHECKS,
  ...AUTHENTICATION_CHECKS,
  ...SECRET_CHECKS,
  ...STORE_CHECKS,
  ...ARCHIVE_CHECKS,
  ...MANAGER_CHECKS,
  ...TOKEN_CHECKS,
  ...CONCURRENCY_CHECKS,
  ...JOB_CHECKS,
];
