import type { PodSecurityLevel } from '../../../facts/pod-security';
import { at, listOf, type Path, type Value } from '../../../manifests/value';
import type { Workload } from '../../../manifests/workload';

/** One check of the admission plugin Pod Security. */
export interface PodRule {
  /** The plugin's own id. */
  readonly id: string;
  /** The plugin's own words in its refusal. */
  readonly reason: string;
  readonly level: Exclude<PodSecurityLevel, 'privileged'>;
  /** The minor release of Kubernetes since which a policy version has it. */
  readonly since: number;
  /** The baseline rule that it stands for at its level. */
  readonly overrides?: string;
  readonly breaches: (pod: Workload, minor: number) => readonly Breach[];
}

/** What a pod has, or lacks, against a rule. */
export interface Breach {
  readonly path: Path;
  readonly part?: 'key' | 'value';
  /** A clause without its end, such as `container "minio" is privileged`. */
  readonly what: string;
  readonly remedy: string;
}

/** The security contexts of a pod: its own and those of its containers. */
export interface Setter {
  readonly who: string;
  readonly path: Path;
  readonly value: Value | undefined;
}

export function settersOf(pod: Workload): readonly Setter[] {
  return [podSetter(pod), ...containerSetters(pod)];
}

export function podSetter({ spec, specPath }: Workload): Setter {
  return { who: 'the pod', path: [...specPath, 'securityContext'], value: spec.securityContext };
}

export function containerSetters({ containers }: Workload): readonly Setter[] {
  return containers.map(({ name, path, value }) => ({
    who: `container "${name}"`,
    path: [...path, 'securityContext'],
    value: value.securityContext,
  }));
}

/** The entries of a list with their paths. */
export function entriesOf(
  value: Value | undefined,
  path: Path,
): readonly { readonly entry: Value; readonly path: Path }[] {
  return listOf(value).map((entry, index) => ({ entry, path: [...path, index] }));
}

/** A field that is there; null is not. */
export function saidAt(value: Value | undefined, ...path: Path): Value | undefined {
  return at(value, ...path) ?? undefined;
}

/** Windows has no such thing as what the rule asks, since a release. */
export function isWindows({ spec }: Workload, minor: number): boolean {
  return minor >= 25 && at(spec.os, 'name') === 'windows';
}

/** Root in a user namespace is nobody outside of it. */
export function hasOwnUsers({ spec }: Workload, minor: number): boolean {
  return minor >= 35 && spec.hostUsers === false;
}
