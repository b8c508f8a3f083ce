import type { Construct } from 'constructs';
import { kubeObject } from '../kubernetes/object';
import type { Runner } from '../model/model';
import { labelsOf } from '../model/names';
import type { SealedEntries } from '../model/sealed';
import { base64 } from './base64';
import { externalSecret } from './external-secret';
import { sealedSecret } from './sealed-secret';

/** Adds what becomes the Secret with the runner's token, or nothing where a person brings it. */
export function writeRunnerToken(
  scope: Construct,
  { name: runner, namespace, token }: Runner,
  sealed: SealedEntries,
): void {
  const { secret: name, key } = token;
  switch (token.kind) {
    case 'existing':
      return;
    case 'externalSecrets':
      externalSecret(scope, { namespace, name, source: token, values: { [key]: token.remote }, fixed: {} });
      return;
    case 'sealed':
      sealedSecret(scope, sealed, {
        ...{ namespace, name, scope: token.scope },
        for: `runners.${runner}.token`,
        fixed: {},
      });
      return;
    case 'plaintext':
      kubeObject(scope, 'Secret', {
        metadata: { name, namespace, labels: labelsOf(name) },
        type: 'Opaque',
        data: { [key]: base64(token.value) },
      });
  }
}
