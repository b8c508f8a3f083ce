import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Written beside and then moved, so that a failure leaves the old ciphertext whole. */
export function writeSealedFile(file: string, text: string): void {
  const beside = `${file}.new`;
  writeFileSync(beside, text);
  renameSync(beside, file);
}

export function certificateText(file: string): string {
  return readFileSync(file, 'utf8');
}

/** Values to seal come this way alone: arguments and environment can be seen by others. */
export function valuesText(): string {
  return readFileSync(0, 'utf8');
}
