/** Addresses from the first to the last. */
export interface AddressRange {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
}

/** Of a CIDR such as `10.0.0.0/8` or `fc00::/7`; undefined for what is none. */
export function rangeOf(cidr: string): AddressRange | undefined {
  if (!READ.has(cidr)) READ.set(cidr, read(cidr));
  return READ.get(cidr);
}

/** Thousands of policies name the same few ranges. */
const READ = new Map<string, AddressRange | undefined>();

function read(cidr: string): AddressRange | undefined {
  const [, address = '', length = ''] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(cidr) ?? [];
  const bits = address.includes(':') ? 128 : 32;
  const value = bits === 128 ? version6(address) : version4(address);
  if (value === undefined || Number(length) > bits) return undefined;
  const free = BigInt(bits - Number(length));
  const first = (value >> free) << free;
  return { bits, first, last: first + (1n << free) - 1n };
}

/** What of a range lies in a block of addresses and in none of its exceptions. */
export function within(
  range: AddressRange,
  block: AddressRange,
  except: readonly AddressRange[],
): readonly AddressRange[] {
  const bare = overlap(range, block);
  return bare === undefined ? [] : rangesWithout([bare], except);
}

/** What is left of ranges without holes. */
export function rangesWithout(
  ranges: readonly AddressRange[],
  holes: readonly AddressRange[],
): readonly AddressRange[] {
  return holes.reduce((left, hole) => left.flatMap((part) => without(part, hole)), ranges);
}

function overlap(a: AddressRange, b: AddressRange): AddressRange | undefined {
  if (a.bits !== b.bits) return undefined;
  const first = a.first > b.first ? a.first : b.first;
  const last = a.last < b.last ? a.last : b.last;
  return first <= last ? { bits: a.bits, first, last } : undefined;
}

function without(range: AddressRange, hole: AddressRange): readonly AddressRange[] {
  const cut = overlap(range, hole);
  if (cut === undefined) return [range];
  const parts = [
    { ...range, last: cut.first - 1n },
    { ...range, first: cut.last + 1n },
  ];
  return parts.filter(({ first, last }) => first <= last);
}

function version4(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || parts.some((part) => !/^\d{1,3}$/.test(part) || Number(part) > 255))
    return undefined;
  return parts.reduce((value, part) => value * 256n + BigInt(part), 0n);
}

function version6(address: string): bigint | undefined {
  const [head = '', tail, ...more] = address.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const missing = 8 - before.length - after.length;
  if (more.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return undefined;
  const all = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  if (all.some((group) => !/^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return all.reduce((value, group) => value * 65536n + BigInt(`0x${group}`), 0n);
}
