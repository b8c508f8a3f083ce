import type { Check } from '../check';
import { CONTAINER_SECURITY } from './container-security';
import { CONTAINMENT } from './containment';
import { GRACE } from './grace';
import { IDENTITY } from './identity';
import { IMAGES } from './images';
import { LIMITS } from './limits';
import { OBJECTS } from './objects';
import { POLICIES } from './policies';
import { PROBES } from './probes';
import { REPLICAS } from './replicas';
import { RESOURCES } from './resources';
import { ROLLOUT } from './rollout';
import { SERVICES } from './services';
import { SURROUNDINGS } from './surroundings';
import { VOLUMES } from './volumes';

/** What scanners ask by default, once each, where they are right; what they ask twice or against each other is decided here. */
export const HARDENING_CHECKS: readonly Check[] = [
  ...OBJECTS,
  ...IDENTITY,
  ...IMAGES,
  ...CONTAINER_SECURITY,
  ...CONTAINMENT,
  ...VOLUMES,
  ...RESOURCES,
  ...PROBES,
  ...GRACE,
  ...SURROUNDINGS,
  ...REPLICAS,
  ...ROLLOUT,
  ...POLICIES,
  ...SERVICES,
  ...LIMITS,
];
