import type { ArgocdDelivery } from './delivery';
import type { DnsLabel } from './kubernetes-name';
import type { MinioStore, Model, Runner } from './model';

/** What is delivered together. */
export interface Part {
  /** Where it stands in the output; empty at its top. */
  readonly folder: string;
  /** A namespace of its own. */
  readonly home: DnsLabel;
  /** Undefined where it is in another part. */
  readonly store: MinioStore | undefined;
  readonly runners: readonly Runner[];
}

/** Beside the folder of the Applications, so that no Application syncs itself. */
export function partsOf({
  delivery,
  store,
  runners,
}: Pick<Model, 'delivery' | 'store' | 'runners'>): readonly Part[] {
  const home = store.namespace;
  if (delivery.kind === 'plain') return [{ folder: '', home, store, runners }];
  if (!delivery.perRunner) return [{ folder: 'runner-cache', home, store, runners }];
  return [
    { folder: 'store', home, store, runners: [] },
    ...runners.map((runner) => ({
      folder: `runner-${runner.name}`,
      home: runner.namespace,
      store: undefined,
      runners: [runner],
    })),
  ];
}

/** The project's name, and of several parts the folder's behind it. */
export function applicationName({ project, perRunner }: ArgocdDelivery, { folder }: Part): string {
  return perRunner ? `${project}-${folder}` : project;
}
