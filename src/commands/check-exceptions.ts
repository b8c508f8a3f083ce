import { basename } from 'node:path';
import type { Release } from '../api/release';
import { judgeAndAccept } from '../checks/accepted';
import { CHECKS, RULES } from '../checks/catalog';
import { kubescapeExceptions } from '../findings/kubescape-exceptions';
import { plural } from '../findings/report';
import {
  exceptionsFor,
  type Grain,
  type ScannerException,
  type ScannerExceptions,
} from '../findings/scanner-exceptions';
import { trivyIgnoreFile } from '../findings/trivy-ignore';
import { objectName } from '../manifests/identity';
import { System } from '../system/system';
import { oneOf } from './one-of';
import type { Outcome } from './outcome';
import { treeOf } from './tree';

/** What annotations accept, as the file by which a scanner is told that reads no annotations. */
export function exceptionFile(root: string, scanner: string, kubernetes: Release): Outcome {
  const name = oneOf('--exceptions', NAMES, scanner);
  const { grain, print } = SCANNERS[name];
  if (name === 'trivy' && root === '-')
    throw new RangeError(
      'Cannot print exceptions of "-" for trivy, which knows files by their paths: name the folder that it scans',
    );
  const ids = new Set(RULES.map(({ id }) => id));
  const { accepted, findings } = judgeAndAccept(new System(treeOf(root), kubernetes), CHECKS, ids);
  const { told, withheld } = exceptionsFor(name, grain, accepted, findings);
  return {
    // A scanner that is given a single file knows it by its name alone.
    out: print(
      told.map((exception) => (exception.file === root ? { ...exception, file: basename(root) } : exception)),
    ),
    err: [...withheld.map(withheldTold), `${plural(told.length, 'exception')} for ${name}\n`].join(''),
    code: 0,
  };
}

const NAMES = ['trivy', 'kubescape'] as const;

const SCANNERS: Readonly<
  Record<
    (typeof NAMES)[number],
    { readonly grain: Grain; readonly print: (exceptions: readonly ScannerException[]) => string }
  >
> = {
  trivy: { grain: 'file', print: trivyIgnoreFile },
  kubescape: { grain: 'object', print: kubescapeExceptions },
};

function withheldTold({
  exception: { id, object, file },
  hidden,
}: ScannerExceptions['withheld'][number]): string {
  const other = hidden.object === undefined ? hidden.file : objectName(hidden.object);
  return `${file}: ${id} of ${objectName(object)} is left out, or it would hide "${hidden.check}" in ${other}; accept that too, or mend it\n`;
}
