import { readFileSync, writeFileSync } from 'node:fs';
import { baselineText, parseBaseline, type BaselineEntry } from '../findings/baseline';
import type { Finding } from '../findings/finding';
import { documentsOf } from '../manifests/source';

/** JSON or YAML, as people like to review it. */
export function readBaseline(path: string): readonly BaselineEntry[] {
  const { documents, faults } = documentsOf([{ path, text: readFileSync(path, 'utf8') }]);
  const [fault] = faults;
  if (fault !== undefined)
    throw new RangeError(`Cannot read baseline "${path}": line ${String(fault.place.line)}: ${fault.reason}`);
  return parseBaseline(documents[0]?.value ?? null, path);
}

export function writeBaseline(path: string, findings: readonly Finding[]): void {
  writeFileSync(path, baselineText(findings));
}
