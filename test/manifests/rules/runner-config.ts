import { parse } from 'smol-toml';
import type { Manifest, ManifestObject } from '../load';
import { dataOf, namespaceOf, ofKind, podsOf, tryFind, type Pod, type Rule } from './rule';

/** As much of `config.toml` as names something in the cluster. */
export interface RunnerSection {
  readonly name: string;
  readonly token: string;
  readonly 'tls-ca-file'?: string;
  readonly cache: {
    readonly Path: string;
    readonly s3: {
      readonly ServerAddress: string;
      readonly Insecure: boolean;
      readonly BucketName: string;
      readonly BucketLocation: string;
    };
  };
  readonly kubernetes: { readonly namespace: string; readonly service_account: string };
}

/** The runner of each manager's ConfigMap. */
export function runnersOf(tree: readonly Manifest[]): readonly (readonly [Manifest, RunnerSection])[] {
  return ofKind(tree, 'ConfigMap').flatMap((manifest) => {
    const text = dataOf(manifest.object)['config.toml'];
    if (text === undefined) return [];
    const { runners } = parse(text) as { readonly runners?: readonly unknown[] };
    return (runners ?? []).map((runner) => [manifest, runner as RunnerSection] as const);
  });
}

/** What `config.toml` names is there: the store's Service, the namespace and the account of the jobs, files, variables. */
export const runnerConfig: Rule = (tree) =>
  runnersOf(tree).flatMap(([{ path, object }, { token, kubernetes, cache, ...runner }]) => {
    const pod = podsOf(tree).find(
      ({ namespace, volumes }) =>
        namespace === namespaceOf(object) &&
        volumes.some(({ configMap }) => configMap?.name === object.metadata.name),
    );
    if (pod === undefined) return [`${path}: nobody reads it`];
    const { namespace, service_account: account } = kubernetes;
    const isThere = (kind: string, where: string, name: string): readonly string[] =>
      tryFind(tree, kind, where, name) === undefined ? [`there is no ${kind} ${name}`] : [];
    return [
      ...isThere('Namespace', '', namespace),
      ...isThere('ServiceAccount', namespace, account),
      ...(mayRunJobs(tree, pod, namespace) ? [] : [`may make no pods in ${namespace}`]),
      ...addressFaults(tree, cache.s3),
      ...variablesOf(token)
        .filter((name) => !hasVariable(pod, name))
        .map((name) => `there is no variable ${name}`),
      ...fileFaults(pod, runner['tls-ca-file']),
    ].map((what) => `${path}: ${what}`);
  });

function mayRunJobs(tree: readonly Manifest[], pod: Pod, namespace: string): boolean {
  return ofKind(tree, 'RoleBinding').some(
    ({ object }) =>
      namespaceOf(object) === namespace &&
      (object.subjects as readonly { name: string; namespace: string }[]).some(
        (subject) => subject.name === pod.serviceAccount && subject.namespace === pod.namespace,
      ),
  );
}

/** `minio.NAMESPACE.svc.DOMAIN:PORT`. */
function addressFaults(
  tree: readonly Manifest[],
  { ServerAddress, Insecure }: RunnerSection['cache']['s3'],
): readonly string[] {
  const [host = '', port] = ServerAddress.split(':');
  const [name = '', namespace = '', svc] = host.split('.');
  const service: ManifestObject | undefined = tryFind(tree, 'Service', namespace, name);
  const spec = service?.spec as { readonly ports: readonly { readonly port: number }[] } | undefined;
  return [
    ...(svc === 'svc' && spec?.ports.some((one) => String(one.port) === port)
      ? []
      : [`there is no Service at ${ServerAddress}`]),
    // There is no certificate in the tree.
    ...(Insecure ? [] : ['the Service speaks no TLS']),
    ...(host.length <= 253 && host.split('.').every((label) => label.length <= 63)
      ? []
      : ['the address is too long for DNS']),
  ];
}

function variablesOf(token: string): readonly string[] {
  const [, name] = /^\$\{(\w+)\}$/.exec(token) ?? [];
  return ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', name ?? 'of the token'];
}

function hasVariable({ containers }: Pod, name: string): boolean {
  return containers.some(({ env = [] }) => env.some((variable) => variable.name === name));
}

function fileFaults({ containers }: Pod, file: string | undefined): readonly string[] {
  if (file === undefined) return [];
  const isMounted = containers.some(({ volumeMounts = [] }) =>
    volumeMounts.some(({ mountPath }) => file.startsWith(`${mountPath}/`)),
  );
  return isMounted ? [] : [`nothing is mounted at ${file}`];
}
