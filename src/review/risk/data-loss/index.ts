import type { Risk } from '../risk';
import { CLAIMS } from './claims';

export const DATA_LOSS: readonly Risk[] = [...CLAIMS];
