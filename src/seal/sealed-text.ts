import { stringify } from 'yaml';
import type { SealedEntries } from '../model/sealed';

/** The file of ciphertext, as it is committed. */
export function sealedText(entries: SealedEntries): string {
  return `${HEADER}${stringify({ sealed: entries }, { lineWidth: 0 })}`;
}

const HEADER =
  '# Written by `runner-cache seal`: ciphertext, which only the cluster can open. Commit it; edits are refused or lost.\n';
