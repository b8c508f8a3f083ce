import type { Risk } from '../risk';
import { APPLICATIONS } from './applications';
import { BUCKETS } from './buckets';
import { CLAIMS } from './claims';
import { MOUNTS } from './mounts';
import { PROTECTION } from './protection';
import { STORE_GONE } from './store-gone';
import { STATEFUL_SETS } from './stateful-sets';

export const DATA_LOSS: readonly Risk[] = [
  ...CLAIMS,
  ...STATEFUL_SETS,
  ...PROTECTION,
  ...MOUNTS,
  STORE_GONE,
  ...BUCKETS,
  ...APPLICATIONS,
];
