import { objectName } from '../manifests/identity';
import { pathText } from '../manifests/value';
import type { Finding } from './finding';

/** For people: a line or two a finding. */
export function findingsAsText(findings: readonly Finding[]): string {
  return findings
    .map((finding) => {
      const { file, place, severity, check, message, remedy, object, path } = finding;
      const where = [object === undefined ? '' : objectName(object), pathText(path)]
        .filter(Boolean)
        .join(' ');
      return `${file}:${String(place.line)}:${String(place.column)}  ${severity}  ${check}  ${where}\n  ${message}; ${remedy}\n`;
    })
    .join('');
}
