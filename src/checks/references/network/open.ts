import { blockHolds } from '../../../network/blocks';
import { isEmptySelector, keysOf } from '../../../network/selector';
import type { Peer, Policy, PolicyRule } from '../../../network/policy';
import type { Path } from '../../../manifests/value';
import type { Check, Fault } from '../../check';
import { mayBeServer, S3_PORT } from '../../../system/minio-server';
import { isRunnersLabel } from '../../../system/traffic/job-pod';
import { eachPolicy } from './each-policy';
import type { Inhabitant, World } from '../../../system/traffic/world';

/** Whether policies open more than anybody wants. */
export const OPEN_CHECKS: readonly Check[] = [
  {
    id: 'policy-opens-metadata',
    severity: 'warning',
    rule: 'Job pods cannot reach the metadata address of the cloud',
    why: 'Whoever may write a job may ask 169.254.169.254 for the credentials of the node.',
    source: 'https://cheatsheetseries.owasp.org/cheatsheets/Kubernetes_Security_Cheat_Sheet.html',
    find: eachPolicy((world, policy) => (isForJobs(world, policy) ? openMetadata(policy) : [])),
  },
  {
    id: 'policy-opens-minio',
    severity: 'warning',
    rule: 'Not everybody may connect to MinIO',
    why: 'Its one port carries S3, administration and metrics: only keys are left between any pod and everybody’s cache.',
    source: 'minio, cmd/routers.go; the chart’s networkPolicy.allowExternal opens both ports to everyone',
    find: eachPolicy(openStores),
  },
];

function isForJobs(world: World, { manifest, selector }: Policy): boolean {
  const pods = world.pods.taken(manifest.namespace, selector);
  return keysOf(selector).some(isRunnersLabel) || pods.some(({ kind }) => kind === 'job');
}

function openMetadata({ manifest, rules }: Policy): readonly Fault[] {
  return (rules.egress ?? [])
    .filter((rule) => isPortOpen(rule, (number) => number === 80))
    .flatMap((rule) =>
      openPaths(rule, (peer) => peer.kind === 'block' && blockHolds(peer, METADATA)).map((path) => ({
        spot: { manifest, path },
        message: `Job pods may connect to "${METADATA}", where clouds hand out the credentials of the node`,
        remedy: 'allow an ipBlock with "except: [169.254.0.0/16]"',
      })),
    );
}

const METADATA = '169.254.169.254';

function openStores(world: World, { manifest, selector, rules }: Policy): readonly Fault[] {
  const store = world.pods.taken(manifest.namespace, selector).find(isMinio);
  if (store === undefined) return [];
  const served = new Set([S3_PORT, ...store.pod.ports.map(({ number }) => number)]);
  return (rules.ingress ?? [])
    .filter((rule) => isPortOpen(rule, (number) => served.has(number)))
    .flatMap((rule) =>
      openPaths(rule, isEverybody).map((path) => ({
        spot: { manifest, path },
        message: `Everybody may connect to ${store.name}, which serves S3 and administration on one port`,
        remedy: 'name the pods of jobs and their namespace in "from"',
      })),
    );
}

/** The server, not a pod that only has its image for `mc`. */
function isMinio(inhabitant: Inhabitant): boolean {
  return inhabitant.kind === 'workload' && inhabitant.workload.containers.some(mayBeServer);
}

function isEverybody(peer: Peer): boolean {
  if (peer.kind === 'block') return peer.cidr.endsWith('/0');
  return (
    peer.kind === 'pods' &&
    peer.namespaces !== undefined &&
    isEmptySelector(peer.namespaces) &&
    isEmptySelector(peer.pods)
  );
}

/** Where a rule opens to too many: the rule itself where it has no peers. */
function openPaths({ path, peers }: PolicyRule, isOpen: (peer: Peer) => boolean): readonly Path[] {
  return peers === 'everyone' ? [path] : peers.filter(isOpen).map((peer) => peer.path);
}

/** Named ports are taken for others. */
function isPortOpen({ ports }: PolicyRule, isMeant: (number: number) => boolean): boolean {
  if (ports === 'all') return true;
  return ports.some(({ protocol, port, endPort }) => {
    if (protocol !== 'TCP') return false;
    if (port === undefined) return true;
    return typeof port === 'number' && (isMeant(port) || (endPort !== undefined && endPort > port));
  });
}
