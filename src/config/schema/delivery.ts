import { z } from 'zod';
import { REPOSITORY_PATH, REPOSITORY_URL, REVISION, repositoryUrl } from '../../model/git';
import { argoVersion } from '../../model/version';
import { shown } from '../../text/shown';
import { DEFAULTS } from '../defaults';
import { namespaceName } from './store';
import { choice, matching, text } from './text';

const { argocd } = DEFAULTS;

const repoUrl = text(repositoryUrl, REPOSITORY_URL, 'https://gitlab.example.com/team/deploy.git').describe(
  'Address of the Git repository that holds the manifests; the only one that the project allows',
);

const path = matching(
  REPOSITORY_PATH,
  (value) =>
    `Cannot use path ${shown(value)}: expected a folder of the repository without "/" at either end, such as "deploy/prod"`,
  'deploy/prod',
)
  .prefault(argocd.path)
  .describe('Folder of the repository that `synth` writes to; the Applications sync folders below it');

const targetRevision = matching(
  REVISION,
  (value) =>
    `Cannot use revision ${shown(value)}: expected a branch, a tag or a commit, such as "main"; \`HEAD\` is the default branch`,
  'main',
)
  .prefault(argocd.targetRevision)
  .describe('Branch, tag or commit; `HEAD` is the default branch');

/** How the manifests reach the cluster. */
export const delivery = z
  .discriminatedUnion('kind', [
    choice('plain', 'Manifests for `kubectl apply` or any GitOps tool', {}),
    choice('argocd', 'Argo CD syncs them: Applications and their project stand in a folder beside them', {
      repoUrl,
      path,
      targetRevision,
      project: namespaceName
        .prefault(argocd.project)
        .describe('AppProject of these Applications alone, and how their names begin'),
      ordering: z
        .enum(['none', 'gated'])
        .default(argocd.ordering)
        .describe(
          '`none`: all at once, every pod waits by itself; `gated`: sync waves, each begins when the one before is healthy',
        ),
      perRunner: z
        .boolean()
        .default(argocd.perRunner)
        .describe('One Application for the store and one for each runner, instead of one for all'),
      namespace: namespaceName.prefault(argocd.namespace).describe('Namespace of Argo CD'),
      argoVersion: text(argoVersion)
        .prefault(argocd.argoVersion)
        .describe('Minor release of Argo CD, in quotes; what a newer one has is left out'),
    }),
  ])
  .prefault({ kind: 'plain' })
  .describe('How the manifests reach the cluster');
