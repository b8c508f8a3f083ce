import { kubeObject } from '../kubernetes/object';
import type { Keys } from '../model/access-key';
import { KEY_NAMES, labelsOf } from '../model/names';
import { base64 } from './base64';
import type { SecretWriter } from './secret-writer';

interface PlaintextKeys {
  readonly root: Keys;
  readonly runners: Readonly<Record<string, Keys>>;
}

/** Secrets in clear, for a throw-away cluster. */
export function plaintext({ root, runners }: PlaintextKeys): SecretWriter {
  return {
    write: (scope, { namespace, name, holder }) => {
      const keys = holder.kind === 'root' ? root : runners[holder.name];
      if (keys === undefined)
        throw new RangeError(`Cannot find the keys of "${name}" in namespace "${namespace}"`);
      kubeObject(scope, 'Secret', {
        metadata: { name, namespace, labels: labelsOf(name) },
        type: 'Opaque',
        data: { [KEY_NAMES.access]: base64(keys.accesskey), [KEY_NAMES.secret]: base64(keys.secretkey) },
      });
    },
    filledByJob: false,
    marker: undefined,
  };
}
