import type { Risk } from '../risk';
import { IMMUTABLE } from './immutable';
import { KEPT } from './kept';
import { UNFIT } from './unfit';

export const REJECTED: readonly Risk[] = [...IMMUTABLE, ...KEPT, ...UNFIT];
