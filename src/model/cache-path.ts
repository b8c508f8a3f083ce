import { shown } from '../text/shown';

/** A prefix inside a bucket, without slashes at its ends. Only `cachePath()` makes one. */
export type CachePath = string & { readonly __brand: 'CachePath' };

/** Segments of letters, digits, `-`, `_` and `.`: nothing that a bucket policy reads as a pattern or a variable. */
export const CACHE_PATH = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/** Half of the 1024 bytes of an S3 key; the rest is for project and cache key. */
const LONGEST_PATH = 512;

export function cachePath(text: string): CachePath {
  if (!CACHE_PATH.test(text) || text.length > LONGEST_PATH) {
    throw new RangeError(
      `Cannot use cache path ${shown(text)}: expected names of letters, digits, "-", "_" and "." with "/" between them, such as "cache/v2"`,
    );
  }
  return text as CachePath;
}
