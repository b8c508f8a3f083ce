import type { Construct } from 'constructs';
import { SealedSecret } from '../../imports/bitnami.com';
import { labelsOf } from '../model/names';
import type { SealedEntries, SealScope } from '../model/sealed';

export interface SealedSecretProps {
  readonly namespace: string;
  /** Also that of the Secret. */
  readonly name: string;
  readonly scope: SealScope;
  /** What the ciphertext is for. */
  readonly for: string;
  /** Keys that stand in the Secret as they are. */
  readonly fixed: Readonly<Record<string, string>>;
}

/** An object of which the controller of Sealed Secrets makes the Secret of its name. The ciphertext comes as it is. */
export function sealedSecret(scope: Construct, sealed: SealedEntries, props: SealedSecretProps): void {
  const { namespace, name, fixed } = props;
  const entry = sealed[props.for];
  if (entry === undefined)
    throw new RangeError(`Cannot find the ciphertext of "${name}" in namespace "${namespace}"`);
  const labels = labelsOf(name);
  const annotations = SCOPE_ANNOTATIONS[props.scope];
  new SealedSecret(scope, `SealedSecret-${name}`, {
    metadata: { name, namespace, ...annotations, labels },
    spec: {
      encryptedData: entry.values,
      template: {
        type: 'Opaque',
        metadata: { ...annotations, labels },
        ...(Object.keys(fixed).length === 0 ? {} : { data: fixed }),
      },
    },
  });
}

/** The controller takes what has none for strict. (sealed-secrets, pkg/apis/sealedsecrets/v1alpha1/types.go) */
const SCOPE_ANNOTATIONS: Readonly<Record<SealScope, { readonly annotations?: Record<string, string> }>> = {
  strict: {},
  'namespace-wide': { annotations: { 'sealedsecrets.bitnami.com/namespace-wide': 'true' } },
  'cluster-wide': { annotations: { 'sealedsecrets.bitnami.com/cluster-wide': 'true' } },
};
