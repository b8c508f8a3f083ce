import type { Risk } from '../risk';
import { PODS } from './pods';
import { RIGHTS } from './rights';

export const ACCESS: readonly Risk[] = [...PODS, ...RIGHTS];
