import { findingsAsCodeQuality } from '../findings/code-quality';
import type { Tool } from '../findings/report';
import { findingsAsSarif } from '../findings/sarif';
import { asFindings } from '../review/report/as-findings';
import { reviewAsHtml } from '../review/report/html/page';
import { reviewAsJson } from '../review/report/json';
import { reviewAsMarkdown } from '../review/report/markdown';
import type { ReviewReport } from '../review/report/report';
import { reviewAsText, summaryOf } from '../review/report/text';
import type { Outcome } from './outcome';

export const REVIEW_FORMATS = ['text', 'markdown', 'json', 'sarif', 'codequality', 'html'] as const;
export type ReviewFormat = (typeof REVIEW_FORMATS)[number];

/** A report in a format. People read the count in each; programs want it out of the way. */
export function reviewTold(
  report: ReviewReport,
  format: ReviewFormat,
  { tool, colour }: { readonly tool: Tool; readonly colour: boolean },
  picture: () => string,
): Omit<Outcome, 'code'> {
  const err = summaryOf(report);
  switch (format) {
    case 'text':
      return { out: reviewAsText(report, colour), err: '' };
    case 'markdown':
      return { out: reviewAsMarkdown(report), err };
    case 'html':
      return { out: reviewAsHtml(report, picture()), err };
    case 'json':
      return { out: reviewAsJson(report), err };
    case 'sarif':
      return { out: findingsAsSarif(asFindings(report, tool)), err };
    case 'codequality':
      return { out: findingsAsCodeQuality(asFindings(report, tool)), err };
  }
}
