import type { Construct } from 'constructs';
import { labelsOf } from '../model/names';
import { kubeObject } from './object';

/** An identity without a token. A pod that needs one asks for it in its own spec. */
export function serviceAccount(scope: Construct, namespace: string, name: string): void {
  kubeObject(scope, 'ServiceAccount', {
    metadata: { name, namespace, labels: labelsOf(name) },
    automountServiceAccountToken: false,
  });
}
