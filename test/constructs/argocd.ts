import { manifestsOf, type Manifest } from '../manifests/load';

/** The manifests of a configuration that Argo CD delivers, with more keys of `delivery`, and with other keys. */
export function delivered(delivery = '', others = ''): readonly Manifest[] {
  return manifestsOf(
    [
      'gitlab: { url: https://gitlab.example.com }',
      `delivery: { kind: argocd, repoUrl: https://git.example.com/deploy.git, path: deploy/prod${delivery} }`,
      others,
    ].join('\n'),
  );
}

export const TWO_RUNNERS = 'runners: [{ name: a }, { name: b }]';

export interface ApplicationSpec {
  readonly project: string;
  readonly destination: { readonly server: string; readonly namespace: string };
  readonly source: Readonly<Record<string, unknown>> & { readonly path: string };
  readonly syncPolicy: {
    readonly automated: unknown;
    readonly retry: unknown;
    readonly syncOptions: readonly string[];
  };
}

export interface GroupKind {
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
}

export interface ProjectSpec {
  readonly sourceRepos: readonly string[];
  readonly destinations: readonly { readonly server: string; readonly namespace: string }[];
  readonly clusterResourceWhitelist: readonly GroupKind[];
  readonly namespaceResourceWhitelist: readonly GroupKind[];
}
