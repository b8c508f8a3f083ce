import { bucketsOf, type Model } from './model';
import { Size } from './size';

/** How much a bucket may hold. */
export interface BucketLimits {
  /** MinIO refuses what goes beyond; undefined where the file system itself refuses writes in time. */
  readonly quota: Size | undefined;
  /** Above it the oldest archives are evicted ... */
  readonly high: Size;
  /** ... until no more than this is left. */
  readonly low: Size;
  /** From here on MinIO may go on refusing uploads when there is room again; undefined where it notices by itself. */
  readonly refusing: Size | undefined;
}

/**
 * How much of the store MinIO may fill. The kubelet evicts a pod whose disk-backed folder outgrows its limit, and the
 * cache with it; MinIO's own count is late and what it deletes stays for some seconds, so a fifth is kept free.
 * Volumes of local disks are often not bounded at all. In memory the file system itself is full: MinIO answers 507.
 */
const QUOTA_PERCENT = { ephemeral: 80, volume: 95, memory: undefined } as const;
/** The largest archives that find room at the high mark. MinIO answers 507 unless twice an upload's size is free; an ephemeral one sees the disk of the whole node. */
const ARCHIVES_TO_COME = { ephemeral: 1, volume: 2, memory: 2 } as const;

/** The buckets share the store in equal parts, and no mark is below one archive of the largest size. */
export function bucketLimits(model: Model): BucketLimits {
  const { kind, size } = model.store.storage;
  const buckets = bucketsOf(model).length;
  const percent = QUOTA_PERCENT[kind];
  const quota = percent === undefined ? undefined : size.share(percent / buckets);
  const full = (quota ?? size.share(100 / buckets)).bytes;
  const archive = model.cache.maxArchive.bytes;
  const high = Math.min(full * 0.9, Math.max(full / 2, archive, full - ARCHIVES_TO_COME[kind] * archive));
  const low = Math.min(high, Math.max(high * 0.8, archive));
  return {
    quota,
    high: wholeMebibytes(high),
    low: wholeMebibytes(low),
    refusing: kind === 'volume' ? wholeMebibytes((high + full) / 2) : undefined,
  };
}

function wholeMebibytes(bytes: number): Size {
  return Size.ofBytes(bytes).share(100);
}
