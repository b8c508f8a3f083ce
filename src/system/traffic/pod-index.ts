import { addTo } from '../../manifests/groups';
import { at, mapOf, textOf, type Value } from '../../manifests/value';
import { selects } from '../../network/selector';
import type { Pod } from '../../network/pod';

interface Held {
  readonly pod: Pod;
}

/** Finds the pods that a selector may take without looking at all pods of their namespace. */
export class PodIndex<Item extends Held> {
  private readonly byPlace = new Map<string, Item[]>();
  private readonly found = new Map<Value | undefined, Map<string, readonly Item[]>>();

  constructor(items: readonly Item[]) {
    for (const item of items) {
      const { namespace, labels } = item.pod;
      addTo(this.byPlace, placeOf(namespace), item);
      if (labels.open) addTo(this.byPlace, placeOf(namespace, OPEN), item);
      else
        for (const [key, value] of labels.values)
          addTo(this.byPlace, placeOf(namespace, key, value ?? OPEN), item);
    }
  }

  in(namespace: string): readonly Item[] {
    return this.at(placeOf(namespace));
  }

  /** Those that it takes and those that it may take. */
  taken(namespace: string, selector: Value | undefined): readonly Item[] {
    const found = this.found.get(selector) ?? new Map<string, readonly Item[]>();
    this.found.set(selector, found);
    const known = found.get(namespace) ?? this.look(namespace, selector);
    found.set(namespace, known);
    return known;
  }

  private look(namespace: string, selector: Value | undefined): readonly Item[] {
    const [label] = Object.entries(mapOf(at(selector, 'matchLabels')));
    const value = textOf(label?.[1]);
    const near =
      label === undefined || value === undefined
        ? this.in(namespace)
        : [placeOf(namespace, label[0], value), placeOf(namespace, label[0], OPEN), placeOf(namespace, OPEN)];
    return near
      .flatMap((place) => (typeof place === 'string' ? this.at(place) : [place]))
      .filter(({ pod }) => selects(selector, pod.labels) !== 'no');
  }

  private at(place: string): readonly Item[] {
    return this.byPlace.get(place) ?? [];
  }
}

/** No label has this key or value. */
const OPEN = '*';

function placeOf(...parts: readonly string[]): string {
  return parts.join('\n');
}
