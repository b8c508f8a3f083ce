/** A bucket name that every S3 server accepts. Only `bucketName()` makes one. */
export type BucketName = string & { readonly __brand: 'BucketName' };

/**
 * 3-63 lowercase letters, digits and hyphens, first and last no hyphen. Dots are legal in S3 but break the
 * certificate check of virtual-host addressing, so they are refused.
 */
export const BUCKET_NAME = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

export function bucketName(text: string): BucketName {
  if (!BUCKET_NAME.test(text)) {
    throw new RangeError(
      `Cannot use bucket name "${text}": expected 3-63 lowercase letters, digits and hyphens, such as "runner-cache"`,
    );
  }
  return text as BucketName;
}
