import { parse as parseToml } from 'smol-toml';
import { find, manifestsOf, podTemplateOf, type Container, type Manifest } from '../manifests/load';

export const GITLAB = 'gitlab: { url: https://gitlab.example.com }\n';

/** As much of config.toml as the tests read. */
export interface Config {
  concurrent: number;
  runners: [
    Record<string, unknown> & { cache: Record<string, unknown>; kubernetes: Record<string, unknown> },
  ];
}

/** What the runner of a configuration reads. */
export function configOf(configuration: string): Config {
  const { data } = find(manifestsOf(GITLAB + configuration), 'ConfigMap', 'gitlab-runner') as unknown as {
    data: Record<string, string>;
  };
  return parseToml(data['config.toml']!) as unknown as Config;
}

export const podOf = (manifests: readonly Manifest[]) =>
  podTemplateOf(find(manifests, 'Deployment', 'gitlab-runner'))!;
export const managerOf = (configuration: string): Container =>
  podOf(manifestsOf(GITLAB + configuration)).spec.containers[0]!;
