import type { Container, Volume } from '../kubernetes/object';
import type { Storage } from '../model/model';
import { NAMES } from '../model/names';
import { size, type Size } from '../model/size';

/** Measured: 112 MiB at rest, 320 MiB after work; under 512 MiB no limit was hit. */
const MEMORY = { request: size('256Mi'), limit: size('512Mi') };
/** Logs, and what is written between two looks of the kubelet. */
const DISK_RESERVE = size('1Gi');
/** Of the volume; the rest is for writes that MinIO's own count does not know yet. */
const QUOTA_PERCENT = 80;

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

/**
 * The kubelet evicts a pod whose disk-backed folder outgrows its limit, and the cache with it, so MinIO must refuse
 * before. On a volume and in memory the file system itself is full, and MinIO answers 507.
 */
export function quotaOf(storage: Storage, buckets: number): Size | undefined {
  return storage.kind === 'ephemeral' ? storage.size.share(QUOTA_PERCENT / buckets) : undefined;
}

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
