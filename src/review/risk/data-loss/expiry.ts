import type { Manifest } from '../../../manifests/manifest';
import type { Risk } from '../risk';
import { saying } from '../telling';
import { textsIn } from '../texts';
import { expiriesIn, type Expiry } from './expiries';

const SOURCE =
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html';
const FIELDS = saying(/\bExpiration\b|--expir(?:e|y)-days\b|--older-than\b/);

/** Rules of a lifecycle, and commands that delete by age. */
export const EXPIRY_SHORTENED: Risk = {
  id: 'expiry-shortened',
  class: 'DATA-LOSS',
  change: 'archives expire sooner, or begin to expire',
  why: 'The next scan deletes all archives that are older than the new limit.',
  source: SOURCE,
  shows: FIELDS,
  *judge(change) {
    const shorter = shorterIn(change.base, change.head);
    if (shorter === undefined) return;
    const { days, was } = shorter;
    const kept = Number.isFinite(was) ? `, and were kept for ${daysText(was)}` : '';
    yield {
      message: `archives older than ${daysText(days)} go${kept}`,
      instead: 'copy what is still needed, or lower the days in steps',
    };
  },
};

/** The other way round: nothing is lost, and there is more of it. */
export const EXPIRY_LENGTHENED: Risk = {
  id: 'expiry-lengthened',
  class: 'CAPACITY',
  change: 'archives expire later, or no more',
  why: 'What no job asks for any more takes space for longer. Where nothing expires, the store fills until its quota.',
  source: SOURCE,
  shows: FIELDS,
  *judge(change) {
    const { is, base, head } = change;
    if (is !== 'changed' || shorterIn(base, head) !== undefined) return;
    const back = shorterIn(head, base);
    if (back === undefined) return;
    const { days, was } = back;
    yield {
      message: Number.isFinite(was)
        ? `archives are kept for ${daysText(was)}, no longer for ${daysText(days)}`
        : `archives expire no more, and did after ${daysText(days)}`,
    };
  },
};

/** The shortest limit that is new, and what it was; infinite where there was none. */
function shorterIn(
  from: Manifest | undefined,
  to: Manifest | undefined,
): { readonly days: number; readonly was: number } | undefined {
  if (from === undefined || to === undefined || !mentionsBuckets(from)) return undefined;
  const old = expiriesOf(from);
  const kept = new Map(old.map(({ rule, days }) => [rule, days]));
  const least = Math.min(...old.map(({ days }) => days));
  return expiriesOf(to)
    .map(({ rule, days }) => ({ days, was: kept.get(rule) ?? least }))
    .filter(({ days, was }) => days < was)
    .sort((one, other) => one.days - other.days)[0];
}

function expiriesOf(manifest: Manifest): readonly Expiry[] {
  return textsIn(manifest).flatMap(expiriesIn);
}

/** A ConfigMap that is empty before is no bucket's that has no rule. */
function mentionsBuckets(manifest: Manifest): boolean {
  return textsIn(manifest).some((text) => /\bmc\b|"Rules"|<LifecycleConfiguration|\bs3api\b/.test(text));
}

function daysText(days: number): string {
  return days === 1 ? '1 day' : `${String(Number(days.toFixed(2)))} days`;
}
