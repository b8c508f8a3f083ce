import { CLASSES } from '../risk/classes';
import { whereIs } from './as-findings';
import type { Entry, ReviewReport } from './report';

/** For programs; its schema is `runner-cache-review.schema.json`. */
export function reviewAsJson(report: ReviewReport): string {
  const { base, head, counts, gate, entries } = report;
  const document = {
    version: 1,
    base,
    head,
    passes: gate.passes,
    counts: Object.fromEntries(CLASSES.map((name) => [name, counts.get(name) ?? 0])),
    changes: entries.map((entry) => entryAsJson(report, entry)),
    expiredWaivers: gate.expired.map(({ place: { line }, ...waiver }) => ({ ...waiver, line })),
    unusedWaivers: gate.unused.map(({ place: { line }, ...waiver }) => ({ ...waiver, line })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function entryAsJson({ gate, pathOf }: ReviewReport, entry: Entry): object {
  const { risk, message, instead, field, before, after, others, details, verdicts, affected } = entry;
  return {
    class: risk.class,
    id: risk.id,
    message,
    ...(instead === undefined ? {} : { instead }),
    ...(field === '' ? {} : { field }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(details.length === 0 ? {} : { details }),
    ...(others.length === 0 ? {} : { others }),
    objects: verdicts.map((verdict) => {
      const { side, manifest, place } = whereIs(verdict);
      const waiver = gate.waived.get(verdict);
      return {
        ...manifest.identity,
        is: verdict.change.is,
        ...(verdict.change.is === 'renamed' ? { renamedFrom: verdict.change.base.name } : {}),
        file: pathOf(side, manifest.file.path),
        line: place.line,
        column: place.column,
        ...(waiver === undefined ? {} : { waived: waiver.reason }),
      };
    }),
    affected,
  };
}
