import { at, listOf, textOf, type Value } from '../../../manifests/value';
import { firstOf } from '../../../text/first-of';
import { groupBy } from '../../../manifests/groups';

/** One verb on one kind of resource, or on one path of the API server. */
export type Right = ResourceRight | UrlRight;

interface ResourceRight {
  readonly kind: 'resource';
  readonly verb: string;
  readonly group: string;
  /** With its subresource: `pods/log`. */
  readonly resource: string;
  /** Undefined: whatever it is called. */
  readonly name: string | undefined;
}

interface UrlRight {
  readonly kind: 'url';
  readonly verb: string;
  readonly url: string;
}

export function rightsOfRule(rule: Value): readonly Right[] {
  const names = textsIn(at(rule, 'resourceNames'));
  const targets = textsIn(at(rule, 'apiGroups')).flatMap((group) =>
    textsIn(at(rule, 'resources')).map((resource) => ({ group, resource })),
  );
  return textsIn(at(rule, 'verbs')).flatMap((verb) => [
    ...targets.flatMap((target): readonly Right[] =>
      (names.length === 0 ? [undefined] : names).map((name) => ({ kind: 'resource', verb, ...target, name })),
    ),
    ...textsIn(at(rule, 'nonResourceURLs')).map((url): Right => ({ kind: 'url', verb, url })),
  ]);
}

/** As the API server matches them: `pods/*` is no pattern there. (kubernetes, pkg/apis/rbac/v1/evaluation_helpers.go) */
export function rightCovers(wide: Right, narrow: Right): boolean {
  if (wide.verb !== '*' && wide.verb !== narrow.verb) return false;
  if (wide.kind === 'url') return narrow.kind === 'url' && urlCovers(wide.url, narrow.url);
  if (narrow.kind === 'url') return false;
  return (
    (wide.group === '*' || wide.group === narrow.group) &&
    resourceCovers(wide.resource, narrow.resource) &&
    (wide.name === undefined || wide.name === narrow.name)
  );
}

/** Undefined for one with a wildcard in its resource or group. */
export function placeOfRight(right: Right): string | undefined {
  if (right.kind === 'url') return 'url';
  return [right.group, right.resource].some((part) => part.startsWith('*'))
    ? undefined
    : `${right.resource}.${right.group}`;
}

function resourceCovers(wide: string, narrow: string): boolean {
  if (wide === '*' || wide === narrow) return true;
  const [, part] = /^\*\/(.+)$/.exec(wide) ?? [];
  return part !== undefined && narrow.endsWith(`/${part}`);
}

function urlCovers(wide: string, narrow: string): boolean {
  return (
    wide === '*' || wide === narrow || (wide.endsWith('*') && narrow.startsWith(wide.replace(/\*+$/, '')))
  );
}

/** `everything with secrets; get, list pods`: what weighs most first. */
export function rightsText(rights: readonly Right[]): string {
  return firstOf(rightsTexts(rights), MOST, '; ');
}

/** Of all targets. */
export function rightsTexts(rights: readonly Right[]): readonly string[] {
  const byTarget = [...groupBy(rights, targetText).values()];
  return [...byTarget.filter(isHeavy), ...byTarget.filter((of) => !isHeavy(of))].map(targetRights);
}

/** What is told of one role: some have hundreds of rules. */
export const MOST = 12;

function isHeavy(rights: readonly Right[]): boolean {
  return rights.some(
    (right) => right.verb === '*' || placeOfRight(right) === undefined || isHeavyTarget(right),
  );
}

/** Keys, what pods run, and rights themselves. (https://kubernetes.io/docs/concepts/security/rbac-good-practices/) */
function isHeavyTarget(right: Right): boolean {
  if (['bind', 'escalate', 'impersonate'].includes(right.verb)) return true;
  return right.kind === 'resource' && HEAVY.has(right.resource);
}

const HEAVY: ReadonlySet<string> = new Set([
  ...['secrets', 'pods/exec', 'pods/attach', 'serviceaccounts/token', 'nodes/proxy'],
  ...['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'],
]);

function targetRights(rights: readonly Right[]): string {
  const [first] = rights;
  const verbs = rights.map(({ verb }) => verb);
  const target = first === undefined ? '' : targetText(first);
  return verbs.includes('*') ? `everything with ${target}` : `${verbs.join(', ')} ${target}`;
}

function targetText(right: Right): string {
  if (right.kind === 'url') return `the path "${right.url}" of the API server`;
  const { group, resource, name } = right;
  const text = resource === '*' ? allText(group) : group === '' ? resource : `${resource}.${group}`;
  return name === undefined ? text : `${text} "${name}"`;
}

function allText(group: string): string {
  if (group === '*') return 'all resources';
  return group === '' ? 'all core resources' : `all resources of ${group}`;
}

function textsIn(value: Value | undefined): readonly string[] {
  return [...new Set(listOf(value).flatMap((item) => textOf(item) ?? []))];
}
