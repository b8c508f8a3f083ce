import { isMap, listOf, textOf, type ValueMap } from '../../../manifests/value';
import { splitTag } from '../../../text/image-name';

/** Takes out of a map what the API server would write itself. */
type Reduce = (map: ValueMap) => ValueMap;

/**
 * Defaults that depend on what stands beside them, and fields with two names, by the definition of the map.
 * (kubernetes, pkg/apis/GROUP/VERSION/defaults.go and conversion.go)
 */
export const RELATIVE_DEFAULTS: Readonly<Record<string, Reduce>> = {
  'core.v1.Container': (map) => without(map, 'imagePullPolicy', pullPolicyOf(map.image)),
  'core.v1.ImageVolumeSource': (map) => without(map, 'pullPolicy', pullPolicyOf(map.reference)),
  'core.v1.PodSpec': ({ serviceAccount, ...map }) => ({
    ...(textOf(serviceAccount) !== undefined && { serviceAccountName: serviceAccount ?? null }),
    ...map,
  }),
  'core.v1.Volume': (map) =>
    Object.keys(map).length === 1 && map.name !== undefined ? { ...map, emptyDir: {} } : map,
  'core.v1.ServicePort': (map) => without(map, 'targetPort', map.port, 0, ''),
  'batch.v1.JobSpec': jobSpec,
  'networking.v1.NetworkPolicySpec': (map) =>
    hasSame(map.policyTypes, directionsOf(map)) ? omit(map, 'policyTypes') : map,
  'rbac.v1.Subject': (map) =>
    without(map, 'apiGroup', map.kind === 'ServiceAccount' ? '' : 'rbac.authorization.k8s.io'),
  'apiextensions.v1.CustomResourceDefinitionNames': (map) => {
    const kind = textOf(map.kind) ?? '';
    return without(without(map, 'listKind', `${kind}List`), 'singular', kind.toLowerCase());
  },
};

function without(map: ValueMap, key: string, ...defaults: readonly unknown[]): ValueMap {
  return map[key] !== undefined && defaults.includes(map[key]) ? omit(map, key) : map;
}

function omit(map: ValueMap, key: string): ValueMap {
  return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
}

/** No tag and no digest is `latest`. (kubernetes, pkg/util/parsers/parsers.go) */
function pullPolicyOf(image: ValueMap[string] | undefined): string | undefined {
  const text = textOf(image ?? null);
  if (text === undefined) return undefined;
  const [name = '', digest] = text.split('@');
  return (splitTag(name).tag ?? (digest === undefined ? 'latest' : '')) === 'latest'
    ? 'Always'
    : 'IfNotPresent';
}

/** `completions` are in none of it: who takes them away leaves a work queue, as the parallelism that was written stays. */
function jobSpec(map: ValueMap): ValueMap {
  const limit = map.backoffLimitPerIndex === undefined ? 6 : 2 ** 31 - 1;
  const replacement = isMap(map.podFailurePolicy) ? 'Failed' : 'TerminatingOrFailed';
  const bare = without(without(map, 'backoffLimit', limit), 'podReplacementPolicy', replacement);
  return map.completions === undefined ? bare : without(bare, 'parallelism', 1);
}

function directionsOf({ egress }: ValueMap): readonly string[] {
  return listOf(egress).length > 0 ? ['Egress', 'Ingress'] : ['Ingress'];
}

function hasSame(list: ValueMap[string] | undefined, words: readonly string[]): boolean {
  return JSON.stringify([...new Set(listOf(list))].sort()) === JSON.stringify(words);
}
