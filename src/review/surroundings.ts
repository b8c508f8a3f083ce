import type { Release } from '../api/release';
import { manifestsOf } from '../manifests/manifests';
import type { SourceFile } from '../manifests/source';
import { System } from '../system/system';
import { joined, type Trees } from './trees';

/** Both trees with those who talk to what changes, or have rights there, from namespaces that change nothing. */
export interface Surroundings {
  readonly base: System;
  readonly head: System;
}

/** Read when somebody first asks: in a large tree it takes longer than all else together. */
export function surroundingsOf(trees: Trees, kubernetes: Release): () => Surroundings {
  let known: Surroundings | undefined;
  return () => (known ??= readAll(trees, kubernetes));
}

function readAll({ base, head, far }: Trees, kubernetes: Release): Surroundings {
  const around = manifestsOf(reached([...base.files, ...head.files], far));
  return {
    base: new System(joined(base, around), kubernetes),
    head: new System(joined(head, around), kubernetes),
  };
}

/**
 * Those that speak of a namespace of which the start speaks, twice: MinIO's policy names the namespace of the jobs, so does the
 * configuration of their runner, and beside it stands its manager.
 */
function reached(start: readonly SourceFile[], far: readonly SourceFile[]): readonly SourceFile[] {
  const names = new Set(start.flatMap(namespacesIn));
  const near = far.filter((file) => speaksOf(file, names));
  const more = new Set([...names, ...near.flatMap(namespacesIn)]);
  return far.filter((file) => speaksOf(file, more));
}

function speaksOf(file: SourceFile, names: ReadonlySet<string>): boolean {
  return namespacesIn(file).some((name) => names.has(name));
}

function namespacesIn({ text }: SourceFile): readonly string[] {
  const found = [...text.matchAll(NAMESPACE)].map(([, said, ofHost]) => said ?? ofHost ?? '');
  return found.filter((name) => name !== EVERYBODYS);
}

/** In YAML and TOML, in the selector of a policy, and in the name of a Service's host; that of the API server is everybody's. */
const NAMESPACE =
  /(?:\bnamespace|metadata\.name)["']?\s*[:=]\s*["']?([\w-]+)|(?<!\bkubernetes)\.([\w-]+)\.svc\b/g;
/** Each policy that allows DNS names it. */
const EVERYBODYS = 'kube-system';
