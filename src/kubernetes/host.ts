import { JsonPatch, type ApiObject } from 'cdk8s';
import type { PodSpec } from './object';

/** What keeps pods apart from their node. */
const APART = { hostIPC: false, hostNetwork: false, hostPID: false } as const satisfies Partial<PodSpec>;

/**
 * Says it of each pod: Argo CD puts back only what Git says. The API server does not keep `false`, so `kubectl apply` would
 * report a change each time; Argo CD compares as the API server would keep it, and sees none.
 */
export function sayApart(objects: readonly ApiObject[]): void {
  for (const object of objects.filter(({ kind }) => MAKE_PODS.includes(kind))) {
    const { spec } = object.toJson() as { spec: { template: { spec: PodSpec } } };
    // Patches come after the keys were sorted.
    const said = Object.entries({ ...spec.template.spec, ...APART }).sort(([a], [b]) => (a < b ? -1 : 1));
    object.addJsonPatch(JsonPatch.replace('/spec/template/spec', Object.fromEntries(said)));
  }
}

const MAKE_PODS: readonly string[] = ['Deployment', 'Job'];
