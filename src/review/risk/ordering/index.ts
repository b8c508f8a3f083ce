import type { Risk } from '../risk';
import { TURNS } from './annotations';
import { APPLICATIONS } from './applications';
import { LEFT_BEHIND } from './left-behind';
import { UNREAD } from './unread';
import { WAVES } from './waves';

export const ORDERING: readonly Risk[] = [...WAVES, ...TURNS, ...UNREAD, ...LEFT_BEHIND, ...APPLICATIONS];
