import { z } from 'zod';
import { ciphertext } from '../model/ciphertext';
import type { SealedEntries } from '../model/sealed';
import { SEAL_SCOPES } from '../model/sealed';
import { MOST_TOLD } from '../text/shown';
import type { Path, PlacedFault } from './fault';
import { text } from './schema/text';
import { YamlDocument } from './yaml-document';

/** The file beside a configuration that `runner-cache seal` writes. */
export interface SealedFile {
  readonly name: string;
  /** Undefined where there is none. */
  readonly text: string | undefined;
}

/** What it holds, with the place of each value, or everything that is wrong with it. */
export interface SealedDocument {
  readonly entries: SealedEntries;
  readonly faults: readonly PlacedFault[];
  readonly place: (path: Path, message: string) => PlacedFault;
}

export function readSealed({ name, text: content }: SealedFile): SealedDocument {
  if (content === undefined) {
    return { entries: {}, faults: [], place: (_, message) => ({ ...TOP, file: name, path: '', message }) };
  }
  const document = new YamlDocument(content);
  const inFile = (fault: PlacedFault): PlacedFault => ({ ...fault, file: name });
  const place = (path: Path, message: string): PlacedFault => inFile(document.place({ path, message }));
  const broken = document.faults();
  if (broken.length > 0) return { entries: {}, faults: broken.map(inFile), place };
  const parsed = file.safeParse(document.tryValue());
  if (parsed.success) return { entries: parsed.data.sealed, faults: [], place };
  const faults = parsed.error.issues
    .slice(0, MOST_TOLD)
    .map(({ code, path, message }) => place(path as Path, code === 'custom' ? message : MISSHAPEN));
  return { entries: {}, faults, place };
}

const TOP = { line: 1, column: 1 } as const;

/** Nobody writes it by hand, and what stands in it by mistake may be a secret. */
const MISSHAPEN = 'Cannot read this: expected what `runner-cache seal` writes; take the file back from Git';

const file = z.strictObject({
  sealed: z.record(
    z.string(),
    z.strictObject({
      secret: z.string(),
      namespace: z.string(),
      scope: z.enum(SEAL_SCOPES),
      certificate: z.string(),
      rotation: z.int().optional(),
      values: z.record(z.string(), text(ciphertext)),
    }),
  ),
});
