import { podTemplateOf, type Manifest, type ManifestObject } from '../load';

/** A rule about a whole tree of manifests: says what is wrong, nothing when all is well. */
export type Rule = (tree: readonly Manifest[], brought: Brought) => readonly string[];

/** What is in the cluster without being in the tree, because the configuration names it. */
export interface Brought {
  readonly secrets: readonly BroughtSecret[];
}

export interface BroughtSecret {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
}

/** Kubernetes puts it into every namespace. */
export const ROOT_CA = { name: 'kube-root-ca.crt', keys: ['ca.crt'] } as const;

/** A pod as a workload makes it, with what the rules look at. */
export interface Pod {
  readonly owner: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly serviceAccount: string;
  readonly containers: readonly PodContainer[];
  readonly volumes: readonly PodVolume[];
}

export interface PodContainer {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly {
    readonly name: string;
    readonly value?: string;
    readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
  }[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly volumeMounts?: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly subPath?: string;
  }[];
  readonly [field: string]: unknown;
}

export interface Items {
  readonly items?: readonly { readonly key: string; readonly path: string }[];
  readonly optional?: boolean;
}

export interface PodVolume {
  readonly name: string;
  readonly secret?: Items & { readonly secretName: string };
  readonly configMap?: Items & { readonly name: string };
  readonly persistentVolumeClaim?: { readonly claimName: string };
  readonly projected?: { readonly sources: readonly Source[] };
}

/** A part of a projected volume. */
export interface Source {
  readonly secret?: (Items & { readonly name: string }) | undefined;
  readonly configMap?: (Items & { readonly name: string }) | undefined;
}

interface TemplateSpec {
  readonly serviceAccountName: string;
  readonly containers: readonly PodContainer[];
  readonly volumes?: readonly PodVolume[];
}

export function podsOf(tree: readonly Manifest[]): readonly Pod[] {
  return tree.flatMap(({ path, object }): Pod[] => {
    const template = podTemplateOf(object);
    if (template === undefined) return [];
    const spec = template.spec as TemplateSpec;
    return [
      {
        owner: path,
        namespace: namespaceOf(object),
        labels: template.metadata.labels,
        serviceAccount: spec.serviceAccountName,
        containers: spec.containers,
        volumes: spec.volumes ?? [],
      },
    ];
  });
}

export function namespaceOf({ metadata }: ManifestObject): string {
  return metadata.namespace ?? '';
}

/** The one object of a kind, namespace and name, if it is there. */
export function tryFind(
  tree: readonly Manifest[],
  kind: string,
  namespace: string,
  name: string,
): ManifestObject | undefined {
  return tree.find(
    ({ object }) =>
      object.kind === kind && namespaceOf(object) === namespace && object.metadata.name === name,
  )?.object;
}

export function ofKind(tree: readonly Manifest[], kind: string): readonly Manifest[] {
  return tree.filter(({ object }) => object.kind === kind);
}

/** The texts of a ConfigMap, or the base64 of a Secret. */
export function dataOf({ data }: ManifestObject): Readonly<Record<string, string>> {
  return (data ?? {}) as Readonly<Record<string, string>>;
}

/** Whether labels are what a selector asks for. */
export function selects(matchLabels: Readonly<Record<string, string>>, labels: Pod['labels']): boolean {
  return Object.entries(matchLabels).every(([label, value]) => labels[label] === value);
}
