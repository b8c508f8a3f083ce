import type { Risk } from '../risk';
import { AMOUNTS } from './fields';
import { CLAIM_GROWN } from './claim-grown';
import { PODS_REMOVED } from './pods-removed';
import { STORE } from './store';

export const CAPACITY: readonly Risk[] = [...AMOUNTS, ...STORE, CLAIM_GROWN, PODS_REMOVED];
