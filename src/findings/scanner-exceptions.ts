import { SCANNER_IDS, type ScannerIds } from '../facts/scanner-ids';
import { objectName, type Identity } from '../manifests/identity';
import type { AcceptedFinding, Finding } from './finding';
import { acceptedInOrder } from './report';

/** What a scanner that reads no annotations is told in a file of its own. */
export interface ScannerException {
  /** What the scanner calls the question. */
  readonly id: string;
  readonly object: Identity;
  /** Below the folder that was judged. */
  readonly file: string;
  /** Why each question of ours that the id stands for is accepted. */
  readonly reasons: readonly string[];
}

export interface ScannerExceptions {
  readonly told: readonly ScannerException[];
  /** What would also hide a finding that nobody accepts, and that finding. */
  readonly withheld: readonly { readonly exception: ScannerException; readonly hidden: Finding }[];
}

/** What a scanner can tell apart: all that is in one file, or each object. */
export type Grain = 'file' | 'object';

/**
 * What one scanner is told of what is accepted, in the order of the files. An id stands for several questions of ours,
 * and a file for several objects, so it is told only where it hides nothing that nobody accepts.
 */
export function exceptionsFor(
  scanner: keyof ScannerIds,
  grain: Grain,
  accepted: readonly AcceptedFinding[],
  open: readonly Finding[],
): ScannerExceptions {
  const idsOf = ({ check }: Finding): readonly string[] => SCANNER_IDS[check]?.[scanner] ?? [];
  const hidden = new Map(
    open.flatMap((finding) => idsOf(finding).map((id) => [placeOf(grain, id, finding), finding] as const)),
  );
  const exceptions = new Map<string, ScannerException>();
  for (const { finding, reason } of acceptedInOrder({ accepted })) {
    const { object, file } = finding;
    if (object === undefined) continue;
    for (const id of idsOf(finding)) {
      const key = placeOf('object', id, finding);
      const reasons = new Set([...(exceptions.get(key)?.reasons ?? []), reason]);
      exceptions.set(key, { id, object, file, reasons: [...reasons] });
    }
  }
  const judged = [...exceptions.values()].map((exception) => ({
    exception,
    hidden: hidden.get(placeOf(grain, exception.id, exception)),
  }));
  return {
    told: judged.flatMap((one) => (one.hidden === undefined ? [one.exception] : [])),
    withheld: judged.flatMap(({ exception, hidden: one }) =>
      one === undefined ? [] : [{ exception, hidden: one }],
    ),
  };
}

function placeOf(grain: Grain, id: string, { object, file }: Pick<Finding, 'object' | 'file'>): string {
  const name = grain === 'file' || object === undefined ? '' : `${object.group}/${objectName(object)}`;
  return [id, file, name].join(' ');
}
