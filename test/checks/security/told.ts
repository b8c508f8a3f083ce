import { SECURITY_CHECKS } from '../../../src/checks/security';
import { toldBy } from '../told';

/** What the family tells of objects: each check with its field. */
export const told = toldBy(SECURITY_CHECKS);
