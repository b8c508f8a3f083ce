import { list } from '../cluster/api';
import type { KubeObject } from '../cluster/objects';
import { tryRun } from '../cluster/run';

interface Node extends KubeObject {
  readonly spec: {
    readonly unschedulable?: boolean;
    readonly taints?: readonly { readonly effect: string }[];
  };
}

/** Throws where no API server answers. */
export async function demandCluster(): Promise<void> {
  const { code, stderr } = await tryRun('kubectl', ['version', '--request-timeout=10s']);
  if (code !== 0) throw new Error(`Cannot reach a cluster: set KUBECONFIG to one\n${stderr.trim()}`);
}

/** Throws all that the suite needs and this cluster has not. */
export async function demandNeeds(): Promise<void> {
  const missing = (await Promise.all([missingNodes(), missingStorageClass(), missingRights()])).flat();
  if (missing.length === 0) return;
  throw new Error(
    `Cannot run the suite on this cluster (docs/testing.md):\n${missing.map((m) => `- ${m}`).join('\n')}`,
  );
}

/** Nodes that take ordinary pods, in order of their names. */
export async function workerNodes(): Promise<readonly string[]> {
  const nodes = await list<Node>('nodes');
  return nodes
    .filter(({ spec }) => spec.unschedulable !== true)
    .filter(({ spec }) => !(spec.taints ?? []).some(({ effect }) => effect !== 'PreferNoSchedule'))
    .map(({ metadata }) => metadata.name)
    .sort();
}

async function missingNodes(): Promise<string[]> {
  const nodes = await workerNodes();
  return nodes.length >= 2
    ? []
    : [`two nodes that take pods: a cache must be seen to cross them; there are ${nodes.length}`];
}

async function missingStorageClass(): Promise<string[]> {
  const { stdout } = await tryRun('kubectl', ['get', 'storageclasses', '-o', 'json']);
  return stdout.includes('"storageclass.kubernetes.io/is-default-class": "true"')
    ? []
    : ['a default StorageClass, for the store on a volume'];
}

async function missingRights(): Promise<string[]> {
  const { stdout } = await tryRun('kubectl', ['auth', 'can-i', '*', '*', '--all-namespaces']);
  return stdout.trim() === 'yes'
    ? []
    : ['an account that may do everything: the suite makes namespaces and Roles'];
}
