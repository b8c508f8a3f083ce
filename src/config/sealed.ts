import type { Model } from '../model/model';
import { sealTargets, type SealTarget } from '../model/seal-targets';
import { opensAt, type SealedEntry, type SealedPlace } from '../model/sealed';
import { quoted } from '../text/shown';
import type { Fault, PlacedFault } from './fault';
import type { Parsed } from './parse';
import { readSealed, type SealedDocument, type SealedFile } from './sealed-file';

/** A configuration with its ciphertext, or all that is wrong with that: where it is asked for, or in the file itself. */
export function withCiphertext(parsed: Parsed, file: SealedFile): Parsed {
  if (parsed.model === undefined) return parsed;
  const { model, warnings, place } = parsed;
  const targets = sealTargets(model);
  if (targets.length === 0) return parsed;
  const document = readSealed(file);
  const { entries } = document;
  const faults =
    document.faults.length > 0
      ? document.faults
      : targets.flatMap((target) => {
          const entry = entries[target.for];
          if (entry !== undefined) return unfit(target, entry, document);
          return [place({ path: target.path, message: missing(target, file.name) })];
        });
  return faults.length > 0
    ? { model: undefined, faults, warnings }
    : { ...parsed, model: { ...model, sealed: entries } };
}

/** What is said of a configuration that comes from TypeScript: no file is beside it. */
export function withoutFileFaults(model: Model): readonly Fault[] {
  const paths = new Map(sealTargets(model).map(({ path }) => [path.join('.'), path]));
  return [...paths.values()].map((path) => ({ path, message: NO_FILE }));
}

const NO_FILE =
  'Cannot read ciphertext from an app of cdk8s: expected another kind, or a runner-cache.yaml and `runner-cache synth`';

function missing(target: SealTarget, name: string): string {
  const values = quoted(Object.keys(target.keys));
  return `Missing ciphertext of ${whereOf(target)}: expected it in ${name}; give ${values} to \`runner-cache seal\``;
}

function unfit(target: SealTarget, entry: SealedEntry, { place }: SealedDocument): readonly PlacedFault[] {
  const path = ['sealed', target.for];
  if (!opensAt(entry, target)) {
    const message = `Cannot open ciphertext of ${whereOf(entry)} as ${whereOf(target)}: expected it sealed again, with \`runner-cache seal --replace\``;
    return [place([...path, 'secret'], message)];
  }
  if (entry.rotation !== target.rotation) {
    const message = `Cannot use keys of rotation ${shown(entry.rotation)} for rotation ${shown(target.rotation)}: expected new ones for ${whereOf(target)}, sealed with \`runner-cache seal\``;
    return [place([...path, 'rotation'], message)];
  }
  const absent = Object.values(target.keys).filter((key) => entry.values[key] === undefined);
  const known = [...Object.values(target.keys), ...Object.values(target.optionalKeys)];
  const strange = Object.keys(entry.values).filter((key) => !known.includes(key));
  return absent.length + strange.length === 0
    ? []
    : [
        place(
          [...path, 'values'],
          `Cannot use these values: expected ${quoted(known)}; seal again with \`runner-cache seal --replace\``,
        ),
      ];
}

/** Of what is not rotated there is none. */
function shown(rotation: number | undefined): string {
  return rotation === undefined ? 'none' : String(rotation);
}

function whereOf({ namespace, secret, scope }: SealedPlace): string {
  return `Secret "${secret}" in namespace "${namespace}" (${scope})`;
}
