import type { Container, Workload } from '../../../manifests/workload';

/** The old container of a new one, also where it has another name; undefined for one that is new altogether. */
export function counterpartOf(
  container: Container,
  fresh: Workload,
  old: Workload | undefined,
): Container | undefined {
  const same = old?.containers.find((one) => isSame(one, container));
  if (same !== undefined || old === undefined) return same;
  const [gone, come] = [goneFrom(old, fresh), goneFrom(fresh, old)];
  const list = (all: readonly Container[]): readonly Container[] =>
    all.filter((one) => one.list === container.list);
  const image = (all: readonly Container[]): readonly Container[] =>
    list(all).filter(({ value }) => value.image === container.value.image);
  return onlyPair(image(gone), image(come)) ?? onlyPair(list(gone), list(come));
}

/** Those that one has and the other has not. */
export function goneFrom(one: Workload, other: Workload): readonly Container[] {
  return one.containers.filter((container) => !other.containers.some((same) => isSame(container, same)));
}

function isSame(one: Container, other: Container): boolean {
  return one.list === other.list && one.name === other.name;
}

/** Of several nobody knows which became which. */
function onlyPair(gone: readonly Container[], come: readonly Container[]): Container | undefined {
  return gone.length === 1 && come.length === 1 ? gone[0] : undefined;
}
