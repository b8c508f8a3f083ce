import type { Manifest } from '../../../manifests/manifest';
import type { Risk } from '../risk';
import { expiriesIn, type Expiry } from './expiries';
import { textsIn } from '../texts';

/** Rules of a lifecycle, and commands that delete by age. */
export const EXPIRY: Risk = {
  id: 'expiry-shortened',
  class: 'DATA-LOSS',
  change: 'archives expire sooner, or begin to expire',
  why: 'The next scan deletes all archives that are older than the new limit.',
  source:
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html',
  *judge({ base, head }) {
    if (base === undefined || head === undefined || !mentionsBuckets(base)) return;
    const [before, after] = [base, head].map((one) => textsIn(one).flatMap(expiriesIn)) as [
      Expiry[],
      Expiry[],
    ];
    const kept = new Map(before.map(({ rule, days }) => [rule, days]));
    const least = Math.min(...before.map(({ days }) => days));
    const shorter = after
      .map(({ rule, days }) => ({ days, was: kept.get(rule) ?? least }))
      .filter(({ days, was }) => days < was)
      .sort((one, other) => one.days - other.days)[0];
    if (shorter === undefined) return;
    const { days, was } = shorter;
    yield {
      message: `archives older than ${daysText(days)} go${Number.isFinite(was) ? `, and were kept for ${daysText(was)}` : ''}`,
      instead: 'copy what is still needed, or lower the days in steps',
    };
  },
};

/** A ConfigMap that is empty before is no bucket's that has no rule. */
function mentionsBuckets(manifest: Manifest): boolean {
  return textsIn(manifest).some((text) => /\bmc\b|"Rules"|<LifecycleConfiguration|\bs3api\b/.test(text));
}

function daysText(days: number): string {
  return days === 1 ? '1 day' : `${String(Number(days.toFixed(2)))} days`;
}
