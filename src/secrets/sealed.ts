import type { Credentials } from '../model/model';
import { rotationMarker } from '../model/names';
import type { SealedEntries } from '../model/sealed';
import { markersOf } from './markers';
import { sealedSecret } from './sealed-secret';
import type { SecretWriter } from './secret-writer';

/**
 * SealedSecrets, of which a controller makes the Secrets. It writes the marker of the rotation together with the keys
 * that were sealed for it, so that no pod of this commit starts with those of the one before.
 */
export function sealed(
  { rotation, scope: sealScope }: Extract<Credentials, { kind: 'sealed' }>,
  entries: SealedEntries,
): SecretWriter {
  return {
    write: (scope, { namespace, name, holder }) => {
      const isRoot = holder.kind === 'root';
      sealedSecret(scope, entries, {
        ...{ namespace, name, scope: sealScope },
        for: isRoot ? 'root' : `runners.${holder.name}${holder.isCopy ? '.store' : ''}`,
        fixed: isRoot ? {} : markersOf(rotation),
      });
    },
    filledByJob: false,
    marker: rotationMarker(rotation),
  };
}
