import type { Risk } from './risk';
import { ACCESS } from './access';
import { CAPACITY } from './capacity';
import { CREDENTIAL } from './credential';
import { DATA_LOSS } from './data-loss';
import { EXPOSURE } from './exposure';
import { ORDERING } from './ordering';
import { OTHERWISE } from './otherwise';
import { REJECTED } from './rejected';
import { RESTART } from './restart';
import { ROUTINE } from './routine';

/** Every row that judges by itself. */
export const ROWS: readonly Risk[] = [
  ...DATA_LOSS,
  ...REJECTED,
  ...ACCESS,
  ...EXPOSURE,
  ...CREDENTIAL,
  ...RESTART,
  ...CAPACITY,
  ...ORDERING,
  ...ROUTINE,
];

/** Every row. */
export const RISKS: readonly Risk[] = [...ROWS, ...OTHERWISE];
