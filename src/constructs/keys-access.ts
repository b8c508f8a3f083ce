import { Construct } from 'constructs';
import { accepting } from '../kubernetes/acceptance';
import { roleFor } from '../kubernetes/role';
import { NAMES } from '../model/names';

export interface KeysAccessProps {
  /** Where the Secrets are. */
  readonly namespace: string;
  readonly secrets: readonly string[];
  /** Where the keys Job runs. */
  readonly jobNamespace: string;
}

/** Lets the keys Job read and fill these Secrets, and nothing else: not even list them. */
export class KeysAccess extends Construct {
  constructor(scope: Construct, id: string, { namespace, secrets, jobNamespace }: KeysAccessProps) {
    super(scope, id);
    roleFor(
      this,
      { namespace, name: NAMES.keysJob },
      { namespace: jobNamespace, name: NAMES.keysJob },
      [{ apiGroups: [''], resources: ['secrets'], resourceNames: secrets, verbs: ['get', 'patch'] }],
      accepting({ 'rbac-secrets-rights': 'it makes the keys, and fills these Secrets with them' }),
    );
  }
}
