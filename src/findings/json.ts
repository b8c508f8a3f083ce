import { fingerprints } from './fingerprint';
import type { Finding } from './finding';
import { pageOf } from './rule';
import { acceptedInOrder, type Report } from './report';

/** For programs; its schema is `runner-cache-findings.schema.json`. */
export function findingsAsJson(report: Report): string {
  const { listed, known } = report;
  const accepted = acceptedInOrder(report);
  const of = fingerprints([...listed, ...known, ...accepted.map(({ finding }) => finding)]);
  const plain = (finding: Finding): object => findingAsJson(report, finding, of.get(finding) ?? '');
  const document = {
    version: 1,
    objects: report.tree.manifests.length,
    lessSevere: report.unlisted,
    inBaseline: known.length,
    findings: listed.map(plain),
    accepted: accepted.map(({ finding, reason }) => ({ ...plain(finding), reason })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function findingAsJson({ pathOf }: Report, finding: Finding, fingerprint: string): object {
  const { check, severity, object, path, file, place, message, remedy } = finding;
  return {
    id: check,
    severity,
    ...(object === undefined ? {} : { object }),
    path,
    file: pathOf(file),
    line: place.line,
    column: place.column,
    message,
    remedy,
    page: pageOf(check),
    fingerprint,
  };
}
