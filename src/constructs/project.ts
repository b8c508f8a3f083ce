import { Construct } from 'constructs';
import { AppProject } from '../../imports/argoproj.io';
import { THIS_CLUSTER } from '../kubernetes/argocd';
import type { Rights } from '../kubernetes/rights';
import type { ArgocdDelivery } from '../model/delivery';
import { labelsOf } from '../model/names';
import { isAtLeast } from '../model/version';

export interface ProjectProps {
  readonly delivery: ArgocdDelivery;
  readonly rights: Rights;
}

/** The project of the Applications: who may write to the repository can make what stands here, and nothing else. */
export class Project extends Construct {
  constructor(scope: Construct, id: string, { delivery, rights }: ProjectProps) {
    super(scope, id);
    const { project, namespace, repoUrl, argoVersion } = delivery;
    // An older Argo CD has no names there, and allows each object of the kind.
    const cluster = isAtLeast(argoVersion, '3.3.0') ? rights.cluster : kindsOf(rights.cluster);
    new AppProject(this, 'AppProject', {
      metadata: { name: project, namespace, labels: labelsOf(project) },
      spec: {
        description: 'What the manifests of runner-cache hold, and nothing else',
        sourceRepos: [repoUrl],
        destinations: rights.namespaces.map((namespace) => ({ server: THIS_CLUSTER, namespace })),
        clusterResourceWhitelist: [...cluster],
        namespaceResourceWhitelist: [...rights.namespaced],
      },
    });
  }
}

function kindsOf(objects: Rights['cluster']): readonly { readonly group: string; readonly kind: string }[] {
  const byKind = new Map(objects.map(({ group, kind }) => [`${group}/${kind}`, { group, kind }]));
  return [...byKind.values()];
}
