import { setTimeout as sleep } from 'node:timers/promises';
import { at, textOf, type Value } from '../../../src/manifests/value';
import { dropNamespaces } from '../cluster/namespaces';
import { run, tryRun } from '../cluster/run';
import { until } from '../cluster/until';
import type { Case } from '../../review/case';
import { bind } from './volumes';
import { keyOf, namespacesOf, placed, type Placed } from './placed';

/** What a cluster does with a change. */
export interface Happened {
  /** What the API server says of each object that it refuses. */
  readonly refused: readonly string[];
  /** Workloads whose pods are made anew. */
  readonly restarted: readonly string[];
  /** Claims that are gone once what the head does not have is pruned. */
  readonly claimsGone: readonly string[];
}

/** Applies the base, asks the server what the head would do, and prunes as Argo CD does. */
export async function happened({ base, head }: Case, prefix: string): Promise<Happened> {
  const [before, after] = [placed(base, prefix), placed(head, prefix)];
  const spaces = namespacesOf([...before, ...after]);
  const own = before.filter(
    ({ kind, spec }) => kind === 'PersistentVolumeClaim' && at(spec, 'volumeName') === undefined,
  );
  try {
    await begin(spaces, before, after);
    const live = await applied(before);
    await bind(own);
    const claims = await claimsOf(spaces, before);
    const dry = await tryApply(after, ['--dry-run=server', '-o', 'json']);
    if (!definesKinds(before) && dry.refused.some(isOfOperator))
      throw new UnknownKind(dry.refused.join('\n'));
    await prune(before, after);
    const left = await claimsIn(spaces);
    return {
      refused: dry.refused,
      restarted: [...restartedOf(live, dry.objects), ...replacedBy(before, after)],
      claimsGone: claims.filter((claim) => !left.includes(claim)),
    };
  } finally {
    await dropNamespaces(spaces);
    await removeWide(before);
  }
}

/** Nobody has to run: without room for pods, a case costs the cluster next to nothing. A Pod of its own needs room. */
async function begin(spaces: readonly string[], ...trees: readonly (readonly Placed[])[]): Promise<void> {
  const own = trees.flat();
  const hasPods = own.some(({ kind }) => kind === 'Pod');
  const made = spaces.filter(
    (name) => !own.some((object) => object.kind === 'Namespace' && object.metadata.name === name),
  );
  const namespaces = made.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
  const quotas = hasPods ? [] : made.map((namespace) => noPods(namespace));
  await tryApply([...namespaces, ...quotas] as readonly Placed[], []);
}

const noPods = (namespace: string) => ({
  ...{ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'rc-e2e-no-pods', namespace } },
  spec: { hard: { pods: '0' } },
});

/** A kind that the case itself defines is served a moment later. */
async function applied(objects: readonly Placed[]): Promise<readonly Placed[]> {
  let answer = await tryApply(objects, ['-o', 'json']);
  for (let tries = 0; tries < 5 && answer.refused.some(isUnknownKind) && definesKinds(objects); tries++) {
    await sleep(1000);
    answer = await tryApply(objects, ['-o', 'json']);
  }
  const { refused, objects: live } = answer;
  if (refused.some(isUnknownKind)) throw new UnknownKind(refused.join('\n'));
  if (refused.length > 0) throw new Error(`The base cannot be applied: ${refused.join('\n')}`);
  return live;
}

function definesKinds(objects: readonly Placed[]): boolean {
  return objects.some(({ kind }) => kind === 'CustomResourceDefinition');
}

/** The cluster has not got a kind of a case, so it cannot say what becomes of it. */
export class UnknownKind extends Error {}

function isUnknownKind(line: string): boolean {
  return /no matches for kind|could not find the requested resource/.test(line);
}

/** A kind of no group of Kubernetes' own, of which a version may go. */
function isOfOperator(line: string): boolean {
  return isUnknownKind(line) && /in version "(?!\S*\bk8s\.io\/)[\w-]+\.\S+\//.test(line);
}

interface Applied {
  readonly refused: readonly string[];
  readonly objects: readonly Placed[];
}

async function tryApply(objects: readonly Placed[], options: readonly string[]): Promise<Applied> {
  if (objects.length === 0) return { refused: [], objects: [] };
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects });
  const { stdout, stderr, code } = await tryRun('kubectl', ['apply', ...options, '-f', '-'], list);
  const refused =
    code === 0 ? [] : stderr.split('\n').filter((line) => line !== '' && !line.startsWith('Warning'));
  const isJson = stdout.trimStart().startsWith('{');
  const answer = isJson ? (JSON.parse(stdout) as Placed & { items?: readonly Placed[] }) : undefined;
  return { refused, objects: answer === undefined ? [] : (answer.items ?? [answer]) };
}

function restartedOf(live: readonly Placed[], dry: readonly Placed[]): readonly string[] {
  const after = new Map(dry.map((object) => [keyOf(object), object]));
  const templates = (object: Placed | undefined): Value | undefined => at(object, 'spec', 'template');
  return live
    .filter(({ kind }) => ROLLED.includes(kind))
    .filter((object) => {
      const now = after.get(keyOf(object));
      if (now === undefined || isHeld(now) || at(object, 'spec', 'replicas') === 0) return false;
      return JSON.stringify(templates(now)) !== JSON.stringify(templates(object));
    })
    .map(keyOf);
}

/** Whether no pod follows the template. */
function isHeld({ spec }: Placed): boolean {
  const [replicas, partition] = [
    at(spec, 'replicas'),
    at(spec, 'updateStrategy', 'rollingUpdate', 'partition'),
  ];
  if (replicas === 0 || at(spec, 'paused') === true) return true;
  if (at(spec, 'updateStrategy', 'type') === 'OnDelete') return true;
  return (
    typeof partition === 'number' && typeof replicas === 'number' && partition > 0 && partition >= replicas
  );
}

/** Pods of a workload that goes while another one of its kind comes: the same pods under another name. */
function replacedBy(before: readonly Placed[], after: readonly Placed[]): readonly string[] {
  const only = (these: readonly Placed[], those: readonly Placed[]): readonly Placed[] => {
    const keys = new Set(those.map(keyOf));
    return these
      .filter(({ kind, spec }) => ROLLED.includes(kind) && at(spec, 'replicas') !== 0)
      .filter((object) => !keys.has(keyOf(object)));
  };
  const come = only(after, before);
  return only(before, after)
    .filter(({ kind }) => come.some((other) => other.kind === kind))
    .map(keyOf);
}

const ROLLED = ['Deployment', 'StatefulSet', 'DaemonSet'];

async function prune(before: readonly Placed[], after: readonly Placed[]): Promise<void> {
  const kept = new Set(after.map(keyOf));
  const gone = before.filter((object) => !kept.has(keyOf(object)) && !isProtected(object));
  if (gone.length === 0) return;
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: gone });
  await tryRun('kubectl', ['delete', '--ignore-not-found', '--timeout=30s', '-f', '-'], list);
}

function isProtected({ metadata }: Placed): boolean {
  const options = textOf(at(metadata, 'annotations', 'argocd.argoproj.io/sync-options')) ?? '';
  return options.includes('Prune=false') || at(metadata, 'annotations', 'helm.sh/resource-policy') === 'keep';
}

/** The claims of the base, those that StatefulSets make included. */
async function claimsOf(spaces: readonly string[], base: readonly Placed[]): Promise<readonly string[]> {
  const awaited = base.filter(
    (object) =>
      object.kind === 'PersistentVolumeClaim' ||
      (object.kind === 'StatefulSet' &&
        Array.isArray(at(object, 'spec', 'volumeClaimTemplates')) &&
        at(object, 'spec', 'replicas') !== 0),
  ).length;
  return until('claims', 60, async () => {
    const claims = await claimsIn(spaces);
    return claims.length >= awaited ? claims : undefined;
  });
}

/** Those that nobody has deleted. */
async function claimsIn(spaces: readonly string[]): Promise<readonly string[]> {
  const text = await run('kubectl', ['get', 'pvc', '-A', '-o', 'json']);
  const { items } = JSON.parse(text) as { items: Placed[] };
  return items
    .filter(
      ({ metadata }) => spaces.includes(metadata.namespace ?? '') && metadata.deletionTimestamp === undefined,
    )
    .map(keyOf);
}

async function removeWide(objects: readonly Placed[]): Promise<void> {
  const wide = objects.filter(
    ({ metadata, kind }) => metadata.namespace === undefined && kind !== 'Namespace',
  );
  if (wide.length === 0) return;
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: wide });
  await tryRun('kubectl', ['delete', '--ignore-not-found', '--timeout=30s', '-f', '-'], list);
}
