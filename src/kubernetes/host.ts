import { JsonPatch, type ApiObject } from 'cdk8s';
import type { Container, PodSpec } from './object';
import { sorted } from './sorted';

/** What keeps pods apart from their node. */
const APART = { hostIPC: false, hostNetwork: false, hostPID: false } as const satisfies Partial<PodSpec>;

/**
 * Says of each pod that it shares nothing with its node and has no capability: Argo CD puts back only what Git says. The API
 * server keeps neither `false` nor an empty list, so `kubectl apply` would report a change each time; Argo CD compares as the
 * API server would keep it, and sees none.
 */
export function sayApart(objects: readonly ApiObject[]): void {
  for (const object of objects.filter(({ kind }) => MAKE_PODS.includes(kind))) {
    const { spec } = object.toJson() as { spec: { template: { spec: PodSpec } } };
    const { containers } = spec.template.spec;
    const said = { ...spec.template.spec, ...APART, containers: containers.map(withoutCapabilities) };
    object.addJsonPatch(JsonPatch.replace('/spec/template/spec', sorted(said)));
  }
}

const MAKE_PODS: readonly string[] = ['Deployment', 'Job'];

function withoutCapabilities({ securityContext = {}, ...container }: Container): Container {
  const capabilities = sorted({ add: [], ...securityContext.capabilities });
  return sorted({ ...container, securityContext: sorted({ ...securityContext, capabilities }) });
}
