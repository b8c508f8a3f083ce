import type { RemoteRunnerKeys } from '../model/external';
import type { Credentials } from '../model/model';
import { KEY_NAMES, PREVIOUS_ACCESS_KEY, rotationMarker } from '../model/names';
import { externalSecret } from './external-secret';
import { markersOf } from './markers';
import type { SecretWriter } from './secret-writer';

/**
 * ExternalSecrets, of which an operator makes the Secrets. The marker of the rotation stands in each Secret of a runner:
 * counting up changes the ExternalSecret, the operator reads the store anew, and only then is the new marker there.
 */
export function externalSecrets(
  credentials: Extract<Credentials, { kind: 'externalSecrets' }>,
): SecretWriter {
  return {
    write: (scope, { namespace, name, holder }) => {
      const isRoot = holder.kind === 'root';
      const keys: RemoteRunnerKeys | undefined = isRoot ? credentials.root : credentials.runners[holder.name];
      if (keys === undefined)
        throw new RangeError(`Cannot find the keys of "${name}" in namespace "${namespace}"`);
      const { accesskey, secretkey, previous } = keys;
      externalSecret(scope, {
        ...{ namespace, name, source: credentials },
        values: {
          [KEY_NAMES.access]: accesskey,
          [KEY_NAMES.secret]: secretkey,
          ...(previous === undefined ? {} : { [PREVIOUS_ACCESS_KEY]: previous }),
        },
        fixed: isRoot ? {} : markersOf(credentials.rotation),
      });
    },
    filledByJob: false,
    marker: rotationMarker(credentials.rotation),
  };
}
