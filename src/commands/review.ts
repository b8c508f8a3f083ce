import { NEWEST, release } from '../api/release';
import { gateOf } from '../review/gate/gate';
import { reportOf } from '../review/report/report';
import { reviewAsText } from '../review/report/text';
import { review as reviewOf } from '../review/review';
import { CLASSES, type RiskClass } from '../review/risk/classes';
import { suggestion } from '../text/closest';
import { quoted } from '../text/shown';
import { explain } from './explain';
import type { Outcome } from './outcome';
import { sidesOf } from './review-sides';
import { waiversIn } from './waivers-file';

export interface ReviewOptions {
  /** `1.33`; absent: the newest that is known. */
  readonly kubernetes?: string;
  /** Classes, with commas. */
  readonly failOn: string;
  readonly waivers?: string;
  /** Take a base that is a commit where the head left it. */
  readonly mergeBase: boolean;
}

export interface ReviewSurroundings {
  /** Such as `2026-11-24`: a waiver counts until its day. */
  readonly today: string;
}

/**
 * Says what the change from one tree to another means: 0 where all may pass, 1 with a class that is gated. What cannot be read,
 * or is asked in the wrong way, ends with 2.
 */
export function review(
  base: string,
  head: string,
  options: ReviewOptions,
  { today }: ReviewSurroundings,
): Outcome {
  try {
    const kubernetes = options.kubernetes === undefined ? NEWEST : release(options.kubernetes);
    const gated = classesOf(options.failOn);
    const waivers = options.waivers === undefined ? [] : waiversIn(options.waivers);
    const [older, newer] = sidesOf(base, head, !options.mergeBase);
    const told = reviewOf(older.files, newer.files, kubernetes);
    const gate = gateOf(told.verdicts, gated, waivers, today);
    const report = reportOf({ base: older.name, head: newer.name, review: told, gate });
    return { out: reviewAsText(report), err: '', code: gate.passes ? 0 : 1 };
  } catch (error) {
    return { ...explain(error), code: 2 };
  }
}

function classesOf(text: string): readonly RiskClass[] {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.map((word) => {
    const found = CLASSES.find((name) => name === word.toUpperCase());
    if (found !== undefined) return found;
    throw new RangeError(
      `Cannot use --fail-on "${word}": expected some of ${quoted(CLASSES)}${suggestion(word, CLASSES)}`,
    );
  });
}
