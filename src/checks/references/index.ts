import type { Check } from '../check';
import { CLAIM_CHECKS } from './claims';
import { DISRUPTION_CHECKS } from './disruption';
import { DUPLICATE_CHECKS } from './duplicates';
import { KEY_CHECKS } from './keys';
import { NAME_CHECKS } from './names';
import { NAMESPACE_CHECKS } from './namespaces';
import { NETWORK_CHECKS } from './network';
import { OVERLAP_CHECKS } from './overlaps';
import { PORT_CHECKS } from './ports';
import { ROUTE_CHECKS } from './routes';
import { SERVICE_CHECKS } from './services';
import { STORE_CHECKS } from './store-data';
import { UNUSED_CHECKS } from './unused';
import { VOLUME_CHECKS } from './volumes';

/** Whether what one object says of another is so. */
export const REFERENCE_CHECKS: readonly Check[] = [
  ...NAME_CHECKS,
  ...KEY_CHECKS,
  ...SERVICE_CHECKS,
  ...PORT_CHECKS,
  ...ROUTE_CHECKS,
  ...VOLUME_CHECKS,
  ...CLAIM_CHECKS,
  ...STORE_CHECKS,
  ...NETWORK_CHECKS,
  ...DISRUPTION_CHECKS,
  ...OVERLAP_CHECKS,
  ...NAMESPACE_CHECKS,
  ...DUPLICATE_CHECKS,
  ...UNUSED_CHECKS,
];
