import { JsonPatch, type ApiObject } from 'cdk8s';
import { sorted } from './sorted';

/**
 * Says of each NetworkPolicy also that it lets nothing pass in or out: Argo CD puts back only what Git says, and a rule that
 * somebody adds by hand where Git has none would stay. The API server does not keep an empty list, so `kubectl apply` would
 * report a change each time; Argo CD compares as the API server would keep it. Seen with Argo CD 3.2.
 */
export function sayClosed(objects: readonly ApiObject[]): void {
  for (const object of objects.filter(({ kind }) => kind === 'NetworkPolicy')) {
    const { spec } = object.toJson() as { spec: object };
    object.addJsonPatch(JsonPatch.replace('/spec', sorted({ egress: [], ingress: [], ...spec })));
  }
}
