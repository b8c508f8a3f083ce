import type { Risk } from '../risk';
import { POLICIES } from './policies';
import { PUBLISHED } from './published';

export const EXPOSURE: readonly Risk[] = [...POLICIES, ...PUBLISHED];
