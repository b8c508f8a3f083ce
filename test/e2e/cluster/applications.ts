import { get } from './api';
import type { KubeObject } from './objects';

/** Where Argo CD runs and looks for its Applications. */
export const ARGOCD = 'argocd';

export interface Application extends KubeObject {
  readonly operation?: object;
  readonly status?: {
    readonly sync?: { readonly status: string; readonly revision?: string };
    readonly health?: { readonly status: string };
    readonly operationState?: { readonly phase: string; readonly message?: string };
    readonly conditions?: readonly { readonly type: string; readonly message: string }[];
    readonly resources?: readonly Resource[];
  };
}

interface Resource {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly status?: string;
  readonly health?: { readonly status: string };
}

export function applicationOf(name: string): Promise<Application> {
  return get<Application>('applications', ARGOCD, name);
}

/** What differs, by Argo CD's own word. */
export function differing({ status }: Application): readonly string[] {
  return (status?.resources ?? [])
    .filter((resource) => resource.status !== undefined && resource.status !== 'Synced')
    .map(({ kind, namespace = '', name, status: its = '' }) => `${kind} ${namespace}/${name} ${its}`);
}

/** Its state, and of its objects those that are not as they should be. */
export function said({ status }: Application): string {
  const { resources = [], ...rest } = status ?? {};
  const ill = resources.filter(
    ({ status: its, health }) => its !== 'Synced' || (health?.status ?? 'Healthy') !== 'Healthy',
  );
  return JSON.stringify({ ...rest, ill }, undefined, 1).slice(0, 6000);
}
