import { shown } from '../text/shown';

/** A duration as Go writes it, such as `1h0m0s`: what an operator would make of any other way. Only `refreshInterval()` makes one. */
export type GoDuration = string & { readonly __brand: 'GoDuration' };

/** Hours, minutes and seconds, each once and in this order. */
const DURATION = /^(?:([0-9]{1,4})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,8})s)?$/;

/** The same for an editor. */
export const REFRESH_INTERVAL = new RegExp(`^onChange$|${DURATION.source}`);

/** More often would load somebody else's store, and 0 would be never. */
const SHORTEST_SECONDS = 60;
const LONGEST_SECONDS = 366 * 24 * 3600;

/** `onChange`, or a duration from a minute to a year. */
export function refreshInterval(text: string): GoDuration | 'onChange' {
  if (text === 'onChange') return text;
  const [, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(text) ?? [];
  const all = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  if (all < SHORTEST_SECONDS || all > LONGEST_SECONDS) {
    throw new RangeError(
      `Cannot use refresh interval ${shown(text)}: expected from a minute to a year, such as "1h" or "30m", or "onChange"`,
    );
  }
  const [h, m, s] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  return `${h === 0 ? '' : `${h}h`}${m}m${s}s` as GoDuration;
}
