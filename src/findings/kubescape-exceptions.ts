import { objectName } from '../manifests/identity';
import type { ScannerException } from './scanner-exceptions';

/**
 * The file that Kubescape takes with `--exceptions`. It finds objects by regular expressions, each of which it holds
 * to a whole value, and a subject of RBAC by its roles (exceptions/ of kubescape/opa-utils).
 */
export function kubescapeExceptions(exceptions: readonly ScannerException[]): string {
  const policies = exceptions.map(({ id, object, reasons }) => ({
    name: `${id} ${objectName(object)}`,
    policyType: 'postureExceptionPolicy',
    actions: ['alertOnly'],
    resources: [{ designatorType: 'Attributes', attributes: attributesOf(object) }],
    posturePolicies: [{ controlID: id }],
    reason: reasons.join('; '),
  }));
  return `${JSON.stringify(policies, undefined, 2)}\n`;
}

function attributesOf({
  kind,
  namespace,
  name,
}: ScannerException['object']): Readonly<Record<string, string>> {
  return {
    kind: literally(kind),
    // An attribute that is not there fits any namespace. Of a Namespace, Kubescape takes the name for its namespace.
    ...(kind === 'Namespace' ? {} : { namespace: namespace === '' ? '^$' : literally(namespace) }),
    name: literally(name),
  };
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
