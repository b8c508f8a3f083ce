import type { DnsLabel } from './kubernetes-name';
import type { Version } from './version';

/** How the manifests reach the cluster. */
export type Delivery = { readonly kind: 'plain' } | ArgocdDelivery;

export interface ArgocdDelivery {
  readonly kind: 'argocd';
  readonly repoUrl: string;
  /** The folder of the manifests in the repository; what is synced are folders below it. */
  readonly path: string;
  /** A branch, a tag or a commit. */
  readonly targetRevision: string;
  /** Also how the names of the Applications begin. */
  readonly project: DnsLabel;
  /** `gated`: what others need is healthy before they come. `none`: all at once, and every pod waits by itself. */
  readonly ordering: 'none' | 'gated';
  /** One Application for the store and one for each runner. */
  readonly perRunner: boolean;
  /** Where Argo CD has its Applications. */
  readonly namespace: DnsLabel;
  readonly argoVersion: Version;
}
