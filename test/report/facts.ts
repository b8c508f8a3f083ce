import { appendFileSync } from 'node:fs';

/** Adds to a counter of the summary: faults survived, objects lost, ... */
export function count(name: string, value = 1): void {
  write(name, value);
}

/** Puts a measured value or something seen on the cluster into the summary. */
export function note(name: string, value: string): void {
  write(name, value);
}

/** All test files write into one file, which the reporter reads. */
function write(name: string, value: number | string): void {
  const { E2E_FACTS: file } = process.env;
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ name, value })}\n`);
}
