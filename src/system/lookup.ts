import { addTo, groupBy } from '../manifests/groups';
import type { System } from './system';
import { providedBy, type Provided } from './provided';

/** Where a name leads to. */
export type Sight =
  | { readonly kind: 'here'; readonly provided: readonly Provided[] }
  | { readonly kind: 'elsewhere'; readonly namespaces: readonly string[] }
  | { readonly kind: 'nowhere' };

/**
 * Looks for an object of a type (`GROUP/KIND`) as somebody in a namespace names it. What says no namespace may end up in any, and
 * so may who asks from none: there is no telling that the two do not meet.
 */
export function lookUp(system: System, type: string, namespace: string, name: string): Sight {
  const namesakes = system.view(byName).get(`${type} ${name}`);
  if (namesakes === undefined) return { kind: 'nowhere' };
  const provided = namesakes.filter((one) => mayMeet(one.namespace, namespace));
  if (provided.length > 0) return { kind: 'here', provided };
  return { kind: 'elsewhere', namespaces: [...new Set(namesakes.map((one) => one.namespace))].sort() };
}

/** The names of a type in a namespace. */
export function namesIn(system: System, type: string, namespace: string): readonly string[] {
  return system.view(byNamespace).get(`${type} ${namespace}`) ?? [];
}

export function mayMeet(one: string, other: string): boolean {
  return one === other || one === '' || other === '';
}

function byName(system: System): ReadonlyMap<string, readonly Provided[]> {
  return groupBy(system.view(allProvided), ({ type, name }) => `${type} ${name}`);
}

function byNamespace(system: System): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const { type, namespace, name } of system.view(allProvided))
    addTo(names, `${type} ${namespace}`, name);
  return names;
}

function allProvided({ manifests }: System): readonly Provided[] {
  return manifests.flatMap((manifest) => [...providedBy(manifest)]);
}
