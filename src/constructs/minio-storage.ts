import type { Container, EnvVar, Volume } from '../kubernetes/object';
import type { Storage } from '../model/model';
import { NAMES } from '../model/names';
import { size } from '../model/size';

/** Measured: 112 MiB at rest, 320 MiB after work; under 512 MiB no limit was hit. */
const MEMORY = { request: size('256Mi'), limit: size('512Mi') };
/** Logs, and what is written between two looks of the kubelet. */
const DISK_RESERVE = size('1Gi');

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

/**
 * A quota follows the scanner's count, which is up to 16 rounds old; a round takes a minute by default, a second here.
 * That costs some percent of a CPU, the more the more archives there are: it is for the store where the quota comes
 * before an eviction by the kubelet, and not for a large volume.
 */
export function scanner({ kind }: Storage): readonly EnvVar[] {
  return kind === 'ephemeral' ? [{ name: 'MINIO_SCANNER_SPEED', value: 'fastest' }] : [];
}
