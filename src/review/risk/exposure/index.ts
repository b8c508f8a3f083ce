import type { Risk } from '../risk';
import { BUCKETS } from './buckets';
import { NEEDED } from './needed';
import { POLICIES } from './policies';
import { ROUTES } from './routes';
import { SERVICES } from './services';
import { TLS } from './tls';

export const EXPOSURE: readonly Risk[] = [...POLICIES, ...NEEDED, ...SERVICES, ...ROUTES, ...TLS, ...BUCKETS];
