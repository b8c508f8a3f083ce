import type { Construct } from 'constructs';
import { kubeObject } from '../kubernetes/object';
import type { Runner } from '../model/model';
import { labelsOf } from '../model/names';
import { base64 } from './base64';

/** Adds the Secret with the runner's token, or nothing where a person brings it. */
export function writeRunnerToken(scope: Construct, { namespace, token }: Runner): void {
  if (token.kind === 'existing') return;
  kubeObject(scope, 'Secret', {
    metadata: { name: token.secret, namespace, labels: labelsOf(token.secret) },
    type: 'Opaque',
    data: { [token.key]: base64(token.value) },
  });
}
