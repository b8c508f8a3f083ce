import { GITOPS_CHECKS } from '../../../src/checks/gitops';
import { found } from '../case';

/** Applications, projects and what they deliver, for the tests beside. */

export type Fields = Readonly<Record<string, unknown>>;

export const told = (files: Fields): string[] =>
  found(
    Object.entries(files)
      .map(
        ([path, object]) => `#@ ${path}\n${typeof object === 'string' ? object : JSON.stringify(object)}\n`,
      )
      .join(''),
    GITOPS_CHECKS,
  ).map(({ check }) => check);

export const object = (apiVersion: string, kind: string, name: string, more: Fields = {}): Fields => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'minio' },
  ...more,
});
export const configMap = (name = 'settings'): Fields => object('v1', 'ConfigMap', name);
export const HERE = { server: 'https://kubernetes.default.svc', namespace: 'minio' };
export const SOURCE = {
  repoURL: 'https://gitlab.example.com/ci/cache.git',
  path: 'cache',
  directory: { recurse: true },
};
export const application = (spec: Fields = {}, metadata: Fields = {}): Fields => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'cache', namespace: 'argocd', ...metadata },
  spec: { project: 'cache', source: SOURCE, destination: HERE, ...spec },
});
export const project = (spec: Fields = {}): Fields => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AppProject',
  metadata: { name: 'cache', namespace: 'argocd' },
  spec: { sourceRepos: [SOURCE.repoURL], destinations: [HERE], ...spec },
});
export const claim = (options: string, name = 'data'): Fields => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, namespace: 'minio', annotations: { 'argocd.argoproj.io/sync-options': options } },
});
