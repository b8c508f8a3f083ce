import type { Risk } from './risk';
import { DATA_LOSS } from './data-loss';
import { REJECTED } from './rejected';
import { ROUTINE } from './routine';

/** Every row. */
export const RISKS: readonly Risk[] = [...DATA_LOSS, ...REJECTED, ...ROUTINE];
