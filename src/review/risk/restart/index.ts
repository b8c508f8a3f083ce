import type { Risk } from '../risk';
import { PODS } from './pods';

export const RESTART: readonly Risk[] = [...PODS];
