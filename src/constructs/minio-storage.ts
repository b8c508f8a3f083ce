import type { Container, Volume } from '../kubernetes/object';
import type { Storage } from '../model/model';
import { NAMES } from '../model/names';
import { size, type Size } from '../model/size';

/** Measured: 112 MiB at rest, 320 MiB after work; under 512 MiB no limit was hit. */
const MEMORY = { request: size('256Mi'), limit: size('512Mi') };
/** Logs, and what is written between two looks of the kubelet. */
const DISK_RESERVE = size('1Gi');
/**
 * How much of the store MinIO may fill. The kubelet evicts a pod whose disk-backed folder outgrows its limit, and the
 * cache with it; MinIO's own count may be a minute behind, so a fifth is kept free. Volumes of local disks are often
 * not bounded at all. In memory the file system itself is full, and MinIO answers 507.
 */
const QUOTA_PERCENT = { ephemeral: 80, volume: 95, memory: undefined } as const;

/** The volume of the archives. */
export function dataVolume(storage: Storage): Volume {
  const name = 'data';
  switch (storage.kind) {
    case 'ephemeral':
      return { name, emptyDir: { sizeLimit: storage.size.toString() } };
    case 'memory':
      return { name, emptyDir: { medium: 'Memory', sizeLimit: storage.size.toString() } };
    case 'volume':
      return { name, persistentVolumeClaim: { claimName: NAMES.minio } };
  }
}

/** The quota of each bucket; undefined where the file system itself refuses writes in time. */
export function quotaOf({ kind, size: total }: Storage, buckets: number): Size | undefined {
  const percent = QUOTA_PERCENT[kind];
  return percent === undefined ? undefined : total.share(percent / buckets);
}

/** What the server asks for: for a store in memory that much more of it, for one on the node's disk that much disk. */
export function storageResources(storage: Storage): NonNullable<Container['resources']> {
  const inMemory = storage.kind === 'memory' ? storage.size : size('0');
  const onDisk = storage.kind === 'ephemeral' ? storage.size : size('0');
  return {
    requests: {
      cpu: '100m',
      memory: MEMORY.request.plus(inMemory).toString(),
      'ephemeral-storage': onDisk.bytes === 0 ? '64Mi' : onDisk.toString(),
    },
    limits: {
      cpu: '4',
      memory: MEMORY.limit.plus(inMemory).toString(),
      'ephemeral-storage': onDisk.plus(DISK_RESERVE).toString(),
    },
  };
}
