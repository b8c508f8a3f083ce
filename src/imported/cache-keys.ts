import { tables } from '../facts/runner-settings.json';
import type { Path } from '../config/fault';

/** The runner takes keys of its cache in any case; ours is that of its documentation. */
export function inOurCase(path: Path): Path {
  const isOfCache = path[0] === 'runners' && String(path[2]).toLowerCase() === 'cache';
  return isOfCache ? path.map((part) => SPELLED.get(String(part).toLowerCase()) ?? part) : path;
}

/** Keys of `[runners.cache.s3]`. */
export const S3_KEYS: readonly string[] = Object.keys(tables['cache.s3']);

/** All keys of `[runners.cache]` and of the tables in it. */
export const CACHE_KEYS: readonly string[] = [
  ...Object.keys(tables.cache),
  ...S3_KEYS,
  ...Object.keys(tables['cache.gcs']),
  ...Object.keys(tables['cache.azure']),
];

const SPELLED = new Map(['cache', ...CACHE_KEYS].map((key) => [key.toLowerCase(), key]));
