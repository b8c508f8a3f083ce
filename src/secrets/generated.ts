import { KEPT } from '../kubernetes/argocd';
import { kubeObject } from '../kubernetes/object';
import { labelsOf, rotationMarker } from '../model/names';
import type { SecretWriter } from './secret-writer';

/**
 * Secrets without data, which the keys Job fills. They must not have even an empty `data`: Argo CD would then see a
 * difference for ever, and `data` that was in Git once is taken away when it leaves.
 */
export function generated({ rotation }: { readonly rotation: number }): SecretWriter {
  return {
    write: (scope, { namespace, name }) => {
      kubeObject(scope, 'Secret', {
        metadata: { name, namespace, annotations: KEPT, labels: labelsOf(name) },
        type: 'Opaque',
      });
    },
    filledByJob: true,
    marker: rotationMarker(rotation),
  };
}
