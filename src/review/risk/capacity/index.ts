import type { Risk } from '../risk';
import { EXPIRY_LENGTHENED } from '../data-loss/expiry';
import { BUCKET_LEFT } from './bucket-left';
import { CLAIM_GROWN } from './claim-grown';
import { AMOUNTS } from './fields';
import { PODS_REMOVED } from './pods-removed';
import { RUNNERS } from './runners';
import { STORE } from './store';

export const CAPACITY: readonly Risk[] = [
  ...AMOUNTS,
  ...STORE,
  ...RUNNERS,
  EXPIRY_LENGTHENED,
  BUCKET_LEFT,
  CLAIM_GROWN,
  PODS_REMOVED,
];
