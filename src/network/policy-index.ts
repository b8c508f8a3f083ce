import { addTo } from '../manifests/groups';
import { at, mapOf } from '../manifests/value';
import type { Pod } from './pod';
import type { Policy } from './policy';

/** Finds the policies that may select a pod without looking at those of all others. */
export class PolicyIndex {
  private readonly byPlace = new Map<string, Policy[]>();
  private readonly found = new Map<Pod, readonly Policy[]>();

  constructor(policies: readonly Policy[]) {
    for (const policy of policies) {
      const { namespace } = policy.manifest;
      addTo(this.byPlace, placeOf(namespace), policy);
      const [label] = Object.entries(mapOf(at(policy.selector, 'matchLabels')));
      if (label === undefined) addTo(this.byPlace, placeOf(namespace, ANY), policy);
      else {
        addTo(this.byPlace, placeOf(namespace, ...label), policy);
        addTo(this.byPlace, placeOf(namespace, label[0]), policy);
      }
    }
  }

  near(pod: Pod): readonly Policy[] {
    const known = this.found.get(pod) ?? this.look(pod);
    this.found.set(pod, known);
    return known;
  }

  private look({ namespace, labels }: Pod): readonly Policy[] {
    if (labels.open) return this.at(placeOf(namespace));
    return [
      ...this.at(placeOf(namespace, ANY)),
      ...[...labels.values].flatMap(([key, value]) =>
        this.at(value === undefined ? placeOf(namespace, key) : placeOf(namespace, key, value)),
      ),
    ];
  }

  private at(place: string): readonly Policy[] {
    return this.byPlace.get(place) ?? [];
  }
}

/** No label has this key. */
const ANY = '*';

function placeOf(...parts: readonly unknown[]): string {
  return parts.join('\n');
}
