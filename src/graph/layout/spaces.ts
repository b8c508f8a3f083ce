import type { Graph } from '../graph';

/** Namespaces from the top to the bottom, so that those that have lines to each other stand near, and to what is outside below. */
export function spacesInOrder({ nodes, edges }: Graph): readonly string[] {
  const inside = nodes.filter(({ kind }) => kind !== 'outside');
  const spaceOf = new Map(inside.map(({ id, namespace }) => [id, namespace]));
  let best = [...new Set(spaceOf.values())];
  const pulls = pullsOf(edges.map(({ from, to }) => [spaceOf.get(from), spaceOf.get(to)] as const));
  let least = lengthOf(best, pulls);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = least;
    for (const name of [...best]) {
      const others = best.filter((other) => other !== name);
      for (let place = 0; place < best.length; place++) {
        const order = [...others.slice(0, place), name, ...others.slice(place)];
        const length = lengthOf(order, pulls);
        if (length < least) [best, least] = [order, length];
      }
    }
    if (least === before) break;
  }
  return best;
}

const MOST_ROUNDS = 8;

interface Pull {
  readonly one: string | undefined;
  readonly other: string | undefined;
  count: number;
}

function pullsOf(pairs: readonly (readonly [string | undefined, string | undefined])[]): readonly Pull[] {
  const pulls = new Map<string, Pull>();
  for (const [one, other] of pairs) {
    if (one === other) continue;
    const key = JSON.stringify([one, other]);
    const pull = pulls.get(key) ?? { one, other, count: 0 };
    pull.count += 1;
    pulls.set(key, pull);
  }
  return [...pulls.values()];
}

/** Of all lines, counted in namespaces that they pass. */
function lengthOf(order: readonly string[], pulls: readonly Pull[]): number {
  const places = new Map<string | undefined, number>(order.map((name, index) => [name, index]));
  const placeOf = (name: string | undefined): number => places.get(name) ?? order.length;
  return pulls.reduce(
    (sum, { one, other, count }) => sum + count * Math.abs(placeOf(one) - placeOf(other)),
    0,
  );
}
