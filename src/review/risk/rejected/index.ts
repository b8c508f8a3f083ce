import type { Risk } from '../risk';
import { IMMUTABLE } from './immutable';

export const REJECTED: readonly Risk[] = [...IMMUTABLE];
