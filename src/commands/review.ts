import { NEWEST, release } from '../api/release';
import { readTree } from '../manifests/read';
import { reportOf } from '../review/report/report';
import { reviewAsText } from '../review/report/text';
import { review as reviewOf } from '../review/review';
import { explain } from './explain';
import type { Outcome } from './outcome';

export interface ReviewOptions {
  /** `1.33`; absent: the newest that is known. */
  readonly kubernetes?: string;
}

/** Says what the change from one tree to another means. What cannot be read, or is asked in the wrong way, ends with 2. */
export function review(base: string, head: string, options: ReviewOptions): Outcome {
  try {
    const kubernetes = options.kubernetes === undefined ? NEWEST : release(options.kubernetes);
    const told = reviewOf(readTree(base).files, readTree(head).files, kubernetes);
    return { out: reviewAsText(reportOf(base, head, told)), err: '', code: 0 };
  } catch (error) {
    return { ...explain(error), code: 2 };
  }
}
