import type { BaselineEntry } from '../findings/baseline';
import { findingsAsCodeQuality } from '../findings/code-quality';
import { findingsAsJson } from '../findings/json';
import { summary, type Report } from '../findings/report';
import { findingsAsSarif } from '../findings/sarif';
import { findingsAsText } from '../findings/text';
import type { Format } from './check-options';
import type { Outcome } from './outcome';

/** A report in a format. People read the count in each; programs want it out of the way. */
export function told(report: Report, format: Format, colour: boolean): Omit<Outcome, 'code'> {
  switch (format) {
    case 'text':
      return { out: findingsAsText(report, colour), err: '' };
    case 'json':
      return { out: findingsAsJson(report), err: summary(report) };
    case 'sarif':
      return { out: findingsAsSarif(report), err: summary(report) };
    case 'codequality':
      return { out: findingsAsCodeQuality(report), err: summary(report) };
  }
}

/** What of a baseline matches nothing, so that it shrinks. */
export function staleTold(baseline: string, stale: readonly BaselineEntry[]): string {
  return stale
    .map(({ check, object, path, count }) => {
      const what = [check, object, path].filter((part) => part !== '').join(' ');
      return `${baseline}: ${String(count)} fewer of ${what}; lower its count, or remove it at 0\n`;
    })
    .join('');
}
