import { DELETED_REMEDY, isDeleted } from '../deleted-images';
import { bucketsOf } from '../model';
import { size } from '../size';
import type { Rule } from './rule';

const SMALLEST_STORE = size('256Mi');
/** Below this, somebody forgot the unit. */
const SMALLEST_ARCHIVE = size('1Mi');

export const STORE_RULES: readonly Rule[] = [
  {
    path: 'store.storage.size',
    holds: ({ store }) => store.storage.size.bytes >= SMALLEST_STORE.bytes,
    message: ({ store }) =>
      `Cannot use a store of ${store.storage.size.toString()}: expected ${SMALLEST_STORE.toString()} or more`,
  },
  {
    path: 'store.image',
    holds: ({ store }) => !isDeleted(store.server.reference),
    message: ({ store }) => `Cannot use image "${store.server.reference}": ${DELETED_REMEDY}`,
  },
  {
    path: 'cache.maxArchive',
    holds: ({ cache: { maxArchive } }) =>
      maxArchive.bytes === 0 || maxArchive.bytes >= SMALLEST_ARCHIVE.bytes,
    message: ({ cache }) =>
      `Cannot limit archives to ${cache.maxArchive.bytes} bytes: expected a size with a unit, such as "5Gi", or 0 for no limit`,
  },
  {
    // MinIO answers 507 to an upload unless twice its size is free.
    path: 'cache.maxArchive',
    holds: (model) =>
      model.cache.maxArchive.bytes * 2 * bucketsOf(model).length <= model.store.storage.size.bytes,
    message: (model) => {
      const buckets = bucketsOf(model).length;
      const half =
        buckets === 1 ? 'the store or less' : `a bucket's part or less, as ${buckets} buckets share it`;
      return `Cannot take archives of ${model.cache.maxArchive.toString()} into a store of ${model.store.storage.size.toString()}: expected half of ${half}`;
    },
  },
  {
    // The API server never sees this name; DNS would not find it.
    path: 'cluster.domain',
    holds: ({ store }) => isHostName(store.endpoint.host),
    message: ({ store }) =>
      `Cannot use this domain: "${store.endpoint.host}" is no name for DNS; expected at most 63 characters between dots and 253 in all`,
  },
];

function isHostName(host: string): boolean {
  return host.length <= 253 && host.split('.').every((label) => label.length <= 63);
}
