import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { ACCEPT } from '../facts/acceptance';
import { SCANNER_IDS, type ScannerIds } from '../facts/scanner-ids';
import type { AcceptedFinding } from '../model/model';

/** Annotations that say of an object what is not mended in it, and why: reasons by the id of a check. */
export function accepting(reasons: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(reasons).map(([check, reason]) => [`${ACCEPT}${check}`, reason]));
}

/** An exception for an object that there is not. */
export interface Homeless {
  /** Among the exceptions of the configuration. */
  readonly index: number;
  readonly object: string;
  /** Those that there are. */
  readonly objects: readonly string[];
}

/** Adds what a configuration accepts; the result is what names no object of the scope. */
export function acceptIn(scope: IConstruct, accepted: readonly AcceptedFinding[]): readonly Homeless[] {
  if (accepted.length === 0) return [];
  const objects = objectsIn(scope).map((object) => ({ object, name: nameOf(object) }));
  return accepted.flatMap((finding, index) => {
    const meant = objects.filter(({ name }) => matches(name, finding.object));
    for (const { object } of meant)
      object.metadata.addAnnotation(`${ACCEPT}${finding.check}`, finding.reason);
    return meant.length > 0
      ? []
      : [{ index, object: finding.object, objects: objects.map(({ name }) => name) }];
  });
}

/** Says to each scanner, in its own way, what is accepted of each object. On the object alone: a pod template would restart. */
export function tellScanners(scope: IConstruct): void {
  const objects = objectsIn(scope);
  const bindings = new Map(
    objects.filter(({ kind }) => kind === 'RoleBinding').map((binding) => [placeOf(binding), binding]),
  );
  for (const object of objects) {
    const { annotations = {} } = object.metadata.toJson() as {
      annotations?: Readonly<Record<string, string>>;
    };
    annotate(object, scannerAnnotations(annotations));
    // A binding has the name of its Role.
    const binding = object.kind === 'Role' ? bindings.get(placeOf(object)) : undefined;
    if (binding !== undefined) annotate(binding, bindingAnnotations(annotations));
  }
}

function annotate({ metadata }: ApiObject, annotations: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(annotations)) metadata.addAnnotation(name, value);
}

/** What the scanners read, for the findings that annotations accept. */
export function scannerAnnotations(
  annotations: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const accepted = acceptedBy(annotations);
  const kubeScore = accepted.flatMap(({ ids }) => ids.kubeScore ?? []);
  const checkov = accepted.flatMap(({ ids, reason }) => (ids.checkov ?? []).map((id) => `${id}=${reason}`));
  return Object.fromEntries([
    ...accepted.flatMap(({ ids, reason }) =>
      (ids.kubeLinter ?? []).map((id) => [`ignore-check.kube-linter.io/${id}`, reason]),
    ),
    ...accepted.flatMap(({ ids }) => (ids.polaris ?? []).map(exemption)),
    ...checkov.map((skip, index) => [`checkov.io/skip${index + 1}`, skip]),
    ...(kubeScore.length > 0 ? [['kube-score/ignore', [...new Set(kubeScore)].sort().join(',')]] : []),
  ]) as Record<string, string>;
}

/** What they read on the binding of a Role with these annotations. */
function bindingAnnotations(annotations: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    acceptedBy(annotations).flatMap(({ ids }) => (ids.polarisOfBindings ?? []).map(exemption)),
  );
}

function acceptedBy(
  annotations: Readonly<Record<string, string>>,
): readonly { readonly ids: ScannerIds; readonly reason: string }[] {
  return Object.entries(annotations)
    .filter(([name]) => name.startsWith(ACCEPT))
    .map(([name, reason]) => ({ ids: SCANNER_IDS[name.slice(ACCEPT.length)] ?? {}, reason }));
}

function exemption(id: string): readonly [string, string] {
  return [`polaris.fairwinds.com/${id}-exempt`, 'true'];
}

function placeOf({ name, metadata: { namespace } }: ApiObject): string {
  return `${namespace ?? ''}/${name}`;
}

/** All objects of a scope. */
export function objectsIn(scope: IConstruct): readonly ApiObject[] {
  return scope.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
}

function nameOf({ kind, name, metadata: { namespace } }: ApiObject): string {
  return [kind, namespace, name].filter(Boolean).join('/');
}

/** A `*` at the end stands for the hash in the name of a Job, which changes with what it does. */
function matches(name: string, wanted: string): boolean {
  return wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted;
}
