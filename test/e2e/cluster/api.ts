import type { KubeObject, Pod, Secret, Workload } from './objects';
import { run } from './run';

/** Where `kubectl proxy` listens. It is set up once for all test files, as each start of kubectl costs 0.1 s of a core. */
const proxy = (): string => {
  const address = process.env.E2E_PROXY;
  if (address === undefined) throw new Error('Cannot ask the cluster: start the suite by `npm run e2e`');
  return address;
};

async function ask(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(proxy() + path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: { 'Content-Type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' },
  });
}

async function answerOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${await response.text()}`);
  return response.json();
}

const GROUPS = {
  pods: 'api/v1',
  secrets: 'api/v1',
  events: 'api/v1',
  namespaces: 'api/v1',
  persistentvolumeclaims: 'api/v1',
  nodes: 'api/v1',
  deployments: 'apis/apps/v1',
  replicasets: 'apis/apps/v1',
  jobs: 'apis/batch/v1',
  networkpolicies: 'apis/networking.k8s.io/v1',
  roles: 'apis/rbac.authorization.k8s.io/v1',
  applications: 'apis/argoproj.io/v1alpha1',
  appprojects: 'apis/argoproj.io/v1alpha1',
} as const;
export type Resource = keyof typeof GROUPS;

function pathOf(resource: Resource, namespace?: string, name?: string): string {
  const parts = [GROUPS[resource], ...(namespace === undefined ? [] : ['namespaces', namespace]), resource];
  return `/${[...parts, ...(name === undefined ? [] : [name])].join('/')}`;
}

/** All objects of a kind, in one namespace or in all, with these labels. */
export async function list<Kind extends KubeObject>(
  resource: Resource,
  namespace?: string,
  labels: Readonly<Record<string, string>> = {},
): Promise<readonly Kind[]> {
  const selector = Object.entries(labels)
    .map(([label, value]) => `${label}=${value}`)
    .join(',');
  const response = await ask(
    'GET',
    `${pathOf(resource, namespace)}?labelSelector=${encodeURIComponent(selector)}`,
  );
  return ((await answerOf(response)) as { items: Kind[] }).items;
}

/** One object, or undefined. */
export async function tryGet<Kind extends KubeObject>(
  resource: Resource,
  namespace: string | undefined,
  name: string,
): Promise<Kind | undefined> {
  const response = await ask('GET', pathOf(resource, namespace, name));
  return response.status === 404 ? undefined : ((await answerOf(response)) as Kind);
}

export async function get<Kind extends KubeObject>(
  resource: Resource,
  namespace: string | undefined,
  name: string,
): Promise<Kind> {
  const found = await tryGet<Kind>(resource, namespace, name);
  if (found === undefined) throw new Error(`There is no ${resource} ${namespace ?? ''}/${name}`);
  return found;
}

/** A JSON merge patch. */
export async function patch(
  resource: Resource,
  namespace: string | undefined,
  name: string,
  change: unknown,
): Promise<void> {
  await answerOf(await ask('PATCH', pathOf(resource, namespace, name), change));
}

/** The same for an object of any kind, as a file has it. */
export async function patchObject(
  { apiVersion, kind, metadata }: KubeObject,
  change: unknown,
): Promise<void> {
  const group = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  const where = metadata.namespace === undefined ? '' : `/namespaces/${metadata.namespace}`;
  const plural = `${kind.toLowerCase()}s`.replace(/ys$/, 'ies');
  await answerOf(await ask('PATCH', `${group}${where}/${plural}/${metadata.name}`, change));
}

/** Deletes what may be gone already. `force` does not wait for the kubelet. */
export async function remove(
  resource: Resource,
  namespace: string | undefined,
  name: string,
  force = false,
): Promise<void> {
  const options = { propagationPolicy: 'Background', ...(force ? { gracePeriodSeconds: 0 } : {}) };
  const response = await ask('DELETE', pathOf(resource, namespace, name), options);
  if (response.status !== 404) await answerOf(response);
}

/** Asks for so many pods of a Deployment; does not wait for them. */
export async function scale(namespace: string, name: string, replicas: number): Promise<Workload> {
  await patch('deployments', namespace, name, { spec: { replicas } });
  return get('deployments', namespace, name);
}

export function podsOf({ metadata, spec }: Workload): Promise<readonly Pod[]> {
  return list<Pod>('pods', metadata.namespace, spec.selector.matchLabels);
}

/** The log of a container; what it said until now. */
export async function logOf(namespace: string, pod: string, container: string): Promise<string> {
  const response = await ask('GET', `${pathOf('pods', namespace, pod)}/log?container=${container}`);
  return response.text();
}

/** What a running container says, line by line as it comes, until it ends. */
export async function* linesOf(namespace: string, pod: string, container: string): AsyncGenerator<string> {
  const path = `${pathOf('pods', namespace, pod)}/log?follow=true&container=${container}`;
  const { body, ok } = await ask('GET', path);
  if (!ok || body === null) return;
  let rest = '';
  for await (const part of body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** The text of a Secret's keys. */
export async function secretOf(namespace: string, name: string): Promise<Readonly<Record<string, string>>> {
  const { data = {} } = await get<Secret>('secrets', namespace, name);
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, Buffer.from(value, 'base64').toString()]),
  );
}

/** Applies objects that no file has. */
export async function apply(objects: readonly object[]): Promise<void> {
  await run(
    'kubectl',
    ['apply', '-f', '-'],
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }),
  );
}
