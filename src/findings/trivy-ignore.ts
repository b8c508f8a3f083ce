import type { ScannerException } from './scanner-exceptions';

/**
 * A `.trivyignore.yaml`. Trivy knows a finding by its id and the path of its file below the folder that it scans, and
 * reads paths as patterns (pkg/result/ignore.go of Trivy 0.74).
 */
export function trivyIgnoreFile(exceptions: readonly ScannerException[]): string {
  const entries = new Map<string, Set<string>>();
  for (const { id, file, reasons } of exceptions) {
    const head = `  - id: ${id}\n    statement: ${JSON.stringify(reasons.join('; '))}\n`;
    entries.set(head, (entries.get(head) ?? new Set()).add(file));
  }
  if (entries.size === 0) return 'misconfigurations: []\n';
  const told = [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([head, files]) => `${head}    paths:\n${[...files].map(line).join('')}`);
  return `misconfigurations:\n${told.join('')}`;
}

function line(file: string): string {
  return `      - ${JSON.stringify(file.replace(PATTERN, '\\$&'))}\n`;
}

const PATTERN = /[*?[\]{}\\]/g;
