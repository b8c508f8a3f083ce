import type { Risk } from '../risk';
import { AMOUNTS } from './fields';
import { STORE } from './store';

export const CAPACITY: readonly Risk[] = [...AMOUNTS, ...STORE];
