import { Construct } from 'constructs';
import { Application as ArgoApplication } from '../../imports/argoproj.io';
import { THIS_CLUSTER, type SyncOption } from '../kubernetes/argocd';
import type { ArgocdDelivery } from '../model/delivery';
import { labelsOf } from '../model/names';
import { isAtLeast } from '../model/version';

export interface ApplicationProps {
  readonly delivery: ArgocdDelivery;
  readonly name: string;
  /** Below the path of the delivery. */
  readonly folder: string;
  /** One that the project allows, though each object names its own. */
  readonly destination: string;
}

/**
 * One folder that Argo CD keeps as Git says. Applied on the client side and compared with the default diff: with
 * server-side apply, or the diff of the server, one object that cannot be applied stops all others. Without a finalizer,
 * so that who deletes it keeps the cache.
 */
export class Application extends Construct {
  constructor(scope: Construct, id: string, { delivery, name, folder, destination }: ApplicationProps) {
    super(scope, id);
    const { namespace, project, repoUrl, path, targetRevision, argoVersion, ordering } = delivery;
    new ArgoApplication(this, 'Application', {
      metadata: {
        name,
        namespace,
        // A commit beside the manifests, in a repository with much else, changes nothing here.
        annotations: { 'argocd.argoproj.io/manifest-generate-paths': '.' },
        labels: labelsOf(name),
      },
      spec: {
        project,
        destination: { server: THIS_CLUSTER, namespace: destination },
        // Said, since a file such as `kustomization.yaml` would turn the folder into something else.
        source: { repoUrl, path: `${path}/${folder}`, targetRevision, directory: { recurse: true } },
        syncPolicy: {
          automated: { prune: true, selfHeal: true },
          retry: {
            limit: 10,
            backoff: { duration: '10s', factor: 2, maxDuration: '5m' },
            // Else it tries the commit that failed again and again, and not the one that repairs it.
            ...(isAtLeast(argoVersion, '3.2.0') ? { refresh: true } : {}),
          },
          syncOptions: [...SYNC_OPTIONS[ordering]],
        },
      },
    });
  }
}

/** Two Applications with one object would undo each other's work for ever. */
const ALONE: SyncOption = 'FailOnSharedResource=true';

/**
 * What is pruned last is a wave of its own, which waits until all else is healthy, and keeps the next commit waiting: seen
 * with Argo CD 3.2, a runner without its token and a Job that had a new name.
 */
const SYNC_OPTIONS: Readonly<Record<ArgocdDelivery['ordering'], readonly SyncOption[]>> = {
  none: [ALONE],
  gated: [ALONE, 'PruneLast=true'],
};
