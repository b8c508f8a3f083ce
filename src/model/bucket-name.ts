import { shown } from '../text/shown';

/** A bucket name that every S3 server accepts. Only `bucketName()` makes one. */
export type BucketName = string & { readonly __brand: 'BucketName' };

/**
 * 3-63 lowercase letters, digits and hyphens, first and last no hyphen. Dots are legal in S3 but break the
 * certificate check of virtual-host addressing, so they are refused.
 */
export const BUCKET_NAME = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

/** MinIO keeps `minio` for itself; S3 keeps the others. */
const RESERVED = /^minio$|^xn--|-s3alias$/;

export function bucketName(text: string): BucketName {
  if (RESERVED.test(text)) {
    throw new RangeError(
      `Cannot use bucket name ${shown(text)}: the server keeps it for itself; expected such as "runner-cache"`,
    );
  }
  if (!BUCKET_NAME.test(text)) {
    throw new RangeError(
      `Cannot use bucket name ${shown(text)}: expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"`,
    );
  }
  return text as BucketName;
}
