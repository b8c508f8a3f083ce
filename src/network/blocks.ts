import { rangeOf, within, type AddressRange } from './address';
import type { Certainty } from './certainty';
import type { BlockPeer } from './policy';

/** Whether a block holds addresses of pods, of which nobody knows but that they are private. */
export function blockTakesPods(block: BlockPeer): Certainty {
  const range = rangeOf(block.cidr);
  if (range === undefined) return 'maybe';
  const named = within(range, CARRIER, []).length > 0 && range.first >= CARRIER.first;
  const ranges = named ? [...PRIVATE, CARRIER] : PRIVATE;
  return ranges.some((pods) => left(pods, block).length > 0) ? 'maybe' : 'no';
}

/** Whether a block holds any address at all. */
export function blockTakesOutside(block: BlockPeer): Certainty {
  const key = [block.cidr, ...block.except].join(' ');
  const known = OUTSIDE.get(key) ?? takesOutside(block);
  OUTSIDE.set(key, known);
  return known;
}

/** Thousands of policies have the same few blocks. */
const OUTSIDE = new Map<string, Certainty>();

function takesOutside(block: BlockPeer): Certainty {
  const range = rangeOf(block.cidr);
  return range === undefined || left(range, block).length > 0 ? 'maybe' : 'no';
}

/** Whether a block holds one address, such as `169.254.169.254`. */
export function blockHolds(block: BlockPeer, address: string): boolean {
  const range = rangeOf(`${address}/${address.includes(':') ? '128' : '32'}`);
  return range !== undefined && left(range, block).length > 0;
}

/** All addresses of a block; undefined for what is none. */
export function rangesOfBlock(block: BlockPeer): readonly AddressRange[] | undefined {
  const range = rangeOf(block.cidr);
  return range === undefined ? undefined : left(range, block);
}

/** What of a range a block holds; exceptions that are no addresses take nothing away. */
function left(range: AddressRange, { cidr, except }: BlockPeer): readonly AddressRange[] {
  const block = rangeOf(cidr);
  return block === undefined
    ? []
    : within(
        range,
        block,
        except.flatMap((hole) => rangeOf(hole) ?? []),
      );
}

function known(cidr: string): AddressRange {
  const range = rangeOf(cidr);
  if (range === undefined)
    throw new RangeError(`Cannot read "${cidr}" as addresses: expected such as "10.0.0.0/8"`);
  return range;
}

/** RFC 1918 and RFC 4193. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'].map(known);
/** RFC 6598; some clusters have their pods there, so it counts where a policy names it. */
const CARRIER = known('100.64.0.0/10');
