import { tryRun } from '../cluster/run';

/** Where an Argo CD runs, in its own namespace `argocd`: it makes the project `default` by itself. */
export async function hasArgocd(): Promise<boolean> {
  const { code } = await tryRun('kubectl', ['-n', 'argocd', 'get', 'appproject', 'default']);
  return code === 0;
}
