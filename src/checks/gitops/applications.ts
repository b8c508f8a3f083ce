import type { Manifest } from '../../manifests/manifest';
import { at, listOf, type Path } from '../../manifests/value';
import type { Check, Fault } from '../check';
import { annotation, COMPARE, words } from '../../system/annotations';
import { applicationsOf, type Application } from '../../system/delivery/applications';

/** Applications and projects that lose or open more than they look. */
export const APPLICATION_CHECKS: readonly Check[] = [
  {
    id: 'application-allows-empty',
    severity: 'warning',
    rule: 'No Application may prune all that it has',
    why: 'With "allowEmpty" a wrong path or an empty commit deletes everything; without it Argo CD refuses.',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/',
    find: (system) =>
      system
        .ofKind('argoproj.io', 'Application')
        .filter((manifest) => manifest.at('spec', 'syncPolicy', 'automated', 'allowEmpty') === true)
        .map((manifest) => ({
          spot: { manifest, path: ['spec', 'syncPolicy', 'automated', 'allowEmpty'], part: 'key' },
          message: 'A wrong path or an empty commit deletes all that this Application has made',
          remedy: 'remove "allowEmpty"',
        })),
  },
  {
    id: 'destination-unclear',
    severity: 'error',
    rule: 'An Application names its cluster once, by address or by name',
    why: 'With both or with neither Argo CD calls the Application invalid and never syncs it.',
    source: 'argo-cd, util/argo/argo.go (GetDestinationCluster)',
    find: (system) => applicationsOf(system).flatMap(unclear),
  },
  {
    id: 'server-side-apply-without-its-diff',
    severity: 'note',
    rule: 'Who applies on the server side compares there too',
    why: 'With the default diff, defaults of claim templates and empty fields are a difference for ever.',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/diff-strategies/; seen with Argo CD 3.2',
    find: (system) =>
      system
        .ofKind('argoproj.io', 'Application')
        .filter((manifest) => !words(annotation(manifest, COMPARE)).includes('ServerSideDiff=true'))
        .flatMap((manifest) => {
          const path = ['spec', 'syncPolicy', 'syncOptions'];
          const index = listOf(manifest.at(...path)).indexOf('ServerSideApply=true');
          const message =
            'What the server fills in is a difference for ever, because it is not compared there';
          const remedy = `set the annotation "${COMPARE}" to "ServerSideDiff=true", or apply on the client side`;
          return index < 0 ? [] : [{ spot: { manifest, path: [...path, index] }, message, remedy }];
        }),
  },
  {
    id: 'project-allows-everything',
    severity: 'warning',
    rule: 'A project names the repositories, clusters and kinds that it allows',
    why: 'Who may write to any repository that the project takes may then make anything anywhere in the cluster.',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/',
    find: (system) =>
      system
        .ofKind('argoproj.io', 'AppProject')
        .flatMap((manifest) => [
          ...listOf(manifest.at('spec', 'sourceRepos')).flatMap((repository, index) =>
            repository === '*' ? [open(manifest, ['spec', 'sourceRepos', index], 'repository')] : [],
          ),
          ...listOf(manifest.at('spec', 'destinations')).flatMap((destination, index) =>
            at(destination, 'namespace') === '*'
              ? [open(manifest, ['spec', 'destinations', index, 'namespace'], 'namespace')]
              : [],
          ),
          ...listOf(manifest.at('spec', 'clusterResourceWhitelist')).flatMap((allowed, index) =>
            at(allowed, 'kind') === '*'
              ? [open(manifest, ['spec', 'clusterResourceWhitelist', index, 'kind'], 'kind of the cluster')]
              : [],
          ),
        ]),
  },
];

function unclear({ manifest, cluster }: Application): readonly Fault[] {
  const said = [cluster.server, cluster.name].filter((text) => text !== undefined && text !== '');
  const spot = { manifest, path: ['spec', 'destination'], part: 'key' } as const;
  switch (said.length) {
    case 0:
      return [
        {
          spot,
          message: 'No cluster is named here, so Argo CD refuses this Application',
          remedy: 'add "server", "https://kubernetes.default.svc" for the cluster of Argo CD itself',
        },
      ];
    case 2:
      return [
        {
          spot,
          message: 'The cluster is named by "server" and by "name", so Argo CD refuses this Application',
          remedy: 'remove one of the two',
        },
      ];
    default:
      return [];
  }
}

function open(manifest: Manifest, path: Path, what: string): Fault {
  return {
    spot: { manifest, path },
    message: `This project allows each ${what}`,
    remedy: 'name those that it needs',
  };
}
