import type { Risk } from '../risk';
import { AUTHORITIES } from './authorities';
import { JOBS } from './jobs';
import { LOST_RIGHTS } from './lost-rights';
import { POD_SECURITY } from './pod-security';
import { PODS } from './pods';
import { PROJECTS } from './projects';
import { RIGHTS } from './rights';

export const ACCESS: readonly Risk[] = [
  ...PODS,
  ...JOBS,
  ...POD_SECURITY,
  ...RIGHTS,
  ...LOST_RIGHTS,
  ...PROJECTS,
  ...AUTHORITIES,
];
