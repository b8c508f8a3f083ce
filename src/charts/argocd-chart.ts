import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { Application } from '../constructs/application';
import { Project } from '../constructs/project';
import type { Rights } from '../kubernetes/rights';
import type { ArgocdDelivery } from '../model/delivery';
import { applicationName, type Part } from '../model/parts';

export interface Delivery {
  readonly delivery: ArgocdDelivery;
  readonly parts: readonly Part[];
  readonly rights: Rights;
}

/** What an administrator of Argo CD applies once. No Application syncs this folder. */
export class ArgocdChart extends Chart {
  constructor(scope: Construct, { delivery, parts, rights }: Delivery) {
    super(scope, 'argocd');
    new Project(this, 'Project', { delivery, rights });
    for (const part of parts)
      new Application(this, `Application-${part.folder}`, {
        delivery,
        name: applicationName(delivery, part),
        folder: part.folder,
        destination: part.home,
      });
  }
}
