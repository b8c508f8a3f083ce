import type { Manifest } from '../../manifests/manifest';
import { at, isMap, listOf, textOf, type Path, type ValueMap } from '../../manifests/value';
import type { System } from '../system';

/** An Application of Argo CD as its file says it. */
export interface Application {
  readonly manifest: Manifest;
  /** Its project; `default` where none is said. */
  readonly project: string;
  readonly cluster: Cluster;
  /** Where objects go that name no namespace; empty where none is said. */
  readonly namespace: string;
  readonly sources: readonly Source[];
}

/** What an Application says of its cluster. Argo CD knows the other of the two, files do not. */
export interface Cluster {
  readonly server: string | undefined;
  readonly name: string | undefined;
}

export interface Source {
  readonly value: ValueMap;
  /** In the Application. */
  readonly at: Path;
  /** Empty where none is said. */
  readonly repository: string;
  /** From the top of the repository, without slashes around it; undefined for what is no folder, and for all of it. */
  readonly folder: string | undefined;
}

export function applicationsOf(system: System): readonly Application[] {
  return system.view(find);
}

/** Undefined where it is not among the manifests, or twice. */
export function projectOf(system: System, { project }: Application): Manifest | undefined {
  const [found, ...more] = system.ofKind('argoproj.io', 'AppProject').filter(({ name }) => name === project);
  return more.length === 0 ? found : undefined;
}

export function syncOptions({ manifest }: Application): readonly string[] {
  return listOf(manifest.at('spec', 'syncPolicy', 'syncOptions')).flatMap((option) => textOf(option) ?? []);
}

/** The position of the finalizer by which all that an Application has made goes with it; -1 where it has none. */
export function cascadeOf(application: Manifest): number {
  return listOf(application.at('metadata', 'finalizers')).findIndex((one) => CASCADE.test(textOf(one) ?? ''));
}

const CASCADE = /^resources-finalizer\.argocd\.argoproj\.io(?:\/(?:foreground|background))?$/;

function find(system: System): readonly Application[] {
  return system.ofKind('argoproj.io', 'Application').map((manifest) => {
    const destination = manifest.at('spec', 'destination');
    const project = textOf(manifest.at('spec', 'project')) ?? '';
    return {
      manifest,
      project: project === '' ? 'default' : project,
      cluster: { server: textOf(at(destination, 'server')), name: textOf(at(destination, 'name')) },
      namespace: textOf(at(destination, 'namespace')) ?? '',
      sources: sourcesOf(manifest),
    };
  });
}

/** Where there are several, Argo CD does not look at the one. (argo-cd, ApplicationSpec.GetSources) */
function sourcesOf(manifest: Manifest): readonly Source[] {
  const several = listOf(manifest.at('spec', 'sources'));
  const paths: readonly Path[] =
    several.length > 0 ? several.map((_, index) => ['spec', 'sources', index]) : [['spec', 'source']];
  return paths.flatMap((path) => {
    const value = manifest.at(...path);
    return isMap(value)
      ? [{ value, at: path, repository: textOf(value.repoURL) ?? '', folder: folderOf(value) }]
      : [];
  });
}

function folderOf({ path, chart }: ValueMap): string | undefined {
  const parts = (textOf(path) ?? '').split('/').filter((part) => part !== '' && part !== '.');
  return chart !== undefined || parts.length === 0 || parts.includes('..') ? undefined : parts.join('/');
}
