import { CUSTOM_KINDS, KUBERNETES_APIS } from '../../facts/kubernetes';
import type { Release } from '../../api/release';
import type { Shapes } from './shapes';

/** What is known of custom kinds; they come with no release of Kubernetes. */
export function customShapes({ minor, api }: Release): Shapes {
  // Metadata are the same for all kinds.
  const definitions = { ...KUBERNETES_APIS[api].definitions, ...CUSTOM_KINDS.definitions };
  return { definitions, minor, release: api, other: { release: '', definitions: {} }, custom: true };
}

/** Of `argoproj.io/v1alpha1/Application`; undefined for what is not known. */
export function customDefinition(kind: string): string | undefined {
  return Object.hasOwn(CUSTOM_KINDS.definitions, kind) ? kind : undefined;
}
