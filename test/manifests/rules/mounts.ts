import type { Manifest } from '../load';
import { dataOf, podsOf, tryFind, type Pod, type Rule } from './rule';

/** A mount has its volume, a single file in it is a key of the ConfigMap, and no volume is mounted by nobody. */
export const mounts: Rule = (tree) =>
  podsOf(tree).flatMap((pod) => {
    const wanted = pod.containers.flatMap(({ volumeMounts = [] }) => volumeMounts);
    const there = new Set(pod.volumes.map(({ name }) => name));
    const used = new Set(wanted.map(({ name }) => name));
    return [
      ...wanted.filter(({ name }) => !there.has(name)).map(({ name }) => `there is no volume ${name}`),
      ...[...there].filter((name) => !used.has(name)).map((name) => `nobody mounts volume ${name}`),
      ...wanted
        .filter(({ name, subPath }) => subPath !== undefined && !filesOf(tree, pod, name).includes(subPath))
        .map(({ name, subPath }) => `volume ${name} has no file ${String(subPath)}`),
    ].map((what) => `${pod.owner}: ${what}`);
  });

function filesOf(tree: readonly Manifest[], pod: Pod, volume: string): readonly string[] {
  const name = pod.volumes.find((one) => one.name === volume)?.configMap?.name;
  const object = name === undefined ? undefined : tryFind(tree, 'ConfigMap', pod.namespace, name);
  return object === undefined ? [] : Object.keys(dataOf(object));
}
