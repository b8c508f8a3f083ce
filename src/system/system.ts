import { addTo } from '../manifests/groups';
import type { Manifest } from '../manifests/manifest';
import type { Manifests } from '../manifests/manifests';
import { workloadOf, type Workload } from '../manifests/workload';
import type { Release } from '../api/release';

/** All manifests that are judged together, with what more than one check looks up. */
export class System {
  private readonly byKind = new Map<string, Manifest[]>();
  private readonly byName = new Map<string, Manifest>();
  private readonly views = new Map<unknown, unknown>();

  constructor(
    readonly tree: Manifests,
    /** The Kubernetes that will get them. */
    readonly kubernetes: Release,
  ) {
    for (const manifest of tree.manifests) {
      const { group, kind, namespace, name } = manifest.identity;
      addTo(this.byKind, `${group}/${kind}`, manifest);
      this.byName.set(`${group}/${kind}/${namespace}/${name}`, manifest);
    }
  }

  get manifests(): readonly Manifest[] {
    return this.tree.manifests;
  }

  /** `group` is empty for core kinds. */
  ofKind(group: string, kind: string): readonly Manifest[] {
    return this.byKind.get(`${group}/${kind}`) ?? [];
  }

  /** `namespace` is empty for kinds without one. */
  tryFind(group: string, kind: string, namespace: string, name: string): Manifest | undefined {
    return this.byName.get(`${group}/${kind}/${namespace}/${name}`);
  }

  get workloads(): readonly Workload[] {
    return this.view(workloadsOf);
  }

  /** What is made of the system once, however many checks ask; the function itself is the key. */
  view<View>(make: (system: System) => View): View {
    if (!this.views.has(make)) this.views.set(make, make(this));
    return this.views.get(make) as View;
  }
}

function workloadsOf({ manifests }: System): readonly Workload[] {
  return manifests.map(workloadOf).filter((workload) => workload !== undefined);
}
