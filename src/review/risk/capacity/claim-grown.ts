import { textOf } from '../../../manifests/value';
import { claimSizeOf } from '../claim-size';
import type { Risk } from '../risk';

/** What a StorageClass in no file makes of it, only the cluster knows. */
export const CLAIM_GROWN: Risk = {
  id: 'claim-grown',
  class: 'CAPACITY',
  change: 'a claim asks for more than before',
  why: 'A volume grows while it is in use, where its StorageClass says allowVolumeExpansion; no way leads back.',
  source:
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims',
  *judge(change, world) {
    const size = claimSizeOf(change);
    if (size?.grows !== true) return;
    const name = textOf(change.base?.at('spec', 'storageClassName')) ?? '';
    const allows = world.head.tryFind('storage.k8s.io', 'StorageClass', '', name)?.at('allowVolumeExpansion');
    yield {
      about: [size.field],
      message:
        allows === true
          ? 'the volume grows, and cannot shrink again'
          : 'the volume grows if its StorageClass says allowVolumeExpansion, or it is refused; it cannot shrink again',
    };
  },
};
