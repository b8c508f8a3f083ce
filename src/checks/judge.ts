import type { Finding } from '../findings/finding';
import { fieldOf } from '../manifests/field';
import type { Place } from '../text/lines';
import type { Check, Fault, Spot } from './check';
import type { System } from '../system/system';

/** What checks find in a system, in the order of the files; each fault is told once. */
export function judge(system: System, checks: readonly Check[]): readonly Finding[] {
  const findings = checks.flatMap((check) =>
    Array.from(check.find(system), (fault) => findingOf(check, fault)),
  );
  const told = new Map(findings.map((finding) => [keyOf(finding), finding]));
  return [...told.values()].sort(inOrder);
}

function findingOf({ id, severity, secret = false }: Check, fault: Fault): Finding {
  const { spot, message, remedy } = fault;
  return {
    check: id,
    severity: fault.severity ?? severity,
    object: 'manifest' in spot ? spot.manifest.identity : undefined,
    path: 'manifest' in spot ? spot.path : [],
    field: 'manifest' in spot ? fieldOf(spot.manifest.object, spot.path) : '',
    file: 'manifest' in spot ? spot.manifest.file.path : spot.file.path,
    place: placeOf(spot),
    message,
    remedy,
    secret,
  };
}

function placeOf(spot: Spot): Place {
  if (!('manifest' in spot)) return spot.place;
  const { manifest, path, part = 'value', line } = spot;
  if (line === undefined) return manifest.placeOf(path, part);
  const start = manifest.placeOf(path, 'value');
  // Only a block text begins at the start of a line, and only there a line of the text is one of the file.
  if (start.column !== 1) return start;
  const text = manifest.file.text.split('\n')[start.line + line - 1] ?? '';
  return { line: start.line + line, column: text.search(/\S|$/) + 1 };
}

function keyOf({ check, file, place, message }: Finding): string {
  return JSON.stringify([check, file, place.line, place.column, message]);
}

export function inOrder(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.place.line - b.place.line || a.place.column - b.place.column || (a.check < b.check ? -1 : 1);
}
