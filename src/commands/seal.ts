import { formatFaults } from '../config/fault';
import { readUnsealed, sealedBeside } from '../config/read';
import { readSealed } from '../config/sealed-file';
import { sealTargets, type SealTarget } from '../model/seal-targets';
import { sealingKey } from '../seal/certificate';
import { seal as sealAll, type Sealed, type SealOutcome } from '../seal/seal';
import { sealedText } from '../seal/sealed-text';
import { readValues, type ValueFault } from '../seal/values';
import { quoted } from '../text/shown';
import { explain } from './explain';
import type { Outcome } from './outcome';
import { certificateText, valuesText, writeSealedFile } from './sealed-file';

export interface SealOptions {
  /** File of the certificate, in PEM. */
  readonly cert: string;
  readonly config: string;
  /** Also what is sealed already. */
  readonly replace: boolean;
}

export interface SealSurroundings {
  /** Such as `2026-11-29T21:00:00.000Z`: a certificate ends. */
  readonly now: string;
  /** 32 bytes that nobody can guess, others each time. */
  readonly sessionKey: () => Uint8Array;
}

/** Reads values from standard input and writes their ciphertext beside the configuration, or says why not. */
export function seal(options: SealOptions, { now, sessionKey }: SealSurroundings): Outcome {
  const { cert, config, replace } = options;
  if (config === '-')
    return refused('Cannot read values and the configuration from standard input: name a file', 2);
  try {
    const { model, faults, warnings } = readUnsealed(config);
    if (model === undefined) return { out: '', err: formatFaults(config, [...faults, ...warnings]), code: 1 };
    const targets = sealTargets(model);
    if (targets.length === 0) return refused(`Cannot seal anything for ${config}: ${NOTHING_SEALED}`, 1);
    const file = sealedBeside(config);
    const before = readSealed(file);
    if (before.faults.length > 0) return { out: '', err: formatFaults(file.name, before.faults), code: 1 };
    const key = sealingKey(certificateText(cert), now);
    const { values, faults: wrong } = readValues(valuesText(), namesOf(targets));
    if (wrong.length > 0) return { out: '', err: wrong.map(lineOf).join(''), code: 1 };
    if (values.size === 0) return refused(`Cannot seal nothing: ${expectedNames(targets)}`, 1);
    const sealed = sealAll(targets, { key, values, before: before.entries, replace, sessionKey });
    const text = sealedText(sealed.entries);
    if (text !== file.text) writeSealedFile(file.name, text);
    return { ...told(sealed, file.name), code: 0 };
  } catch (error) {
    return explain(error);
  }
}

const NOTHING_SEALED = 'expected `credentials` or a `token` of `kind: sealed` in it';

function refused(message: string, code: 1 | 2): Outcome {
  return { out: '', err: `${message}\n`, code };
}

function namesOf(targets: readonly SealTarget[]): readonly string[] {
  const names = targets.flatMap(({ keys, optionalKeys }) => Object.keys({ ...keys, ...optionalKeys }));
  return [...new Set(names)];
}

function expectedNames(targets: readonly SealTarget[]): string {
  return `expected lines "name=value" on standard input, with some of ${quoted(namesOf(targets))}`;
}

function lineOf({ line, name, message }: ValueFault): string {
  return `standard input:${line}  ${name === '' ? '' : `${name}  `}${message}\n`;
}

function told({ outcomes }: Sealed, file: string): Omit<Outcome, 'code'> {
  const named = (wanted: SealOutcome): readonly string[] =>
    [...outcomes].filter(([, outcome]) => outcome === wanted).map(([name]) => name);
  const [kept, without] = [named('kept'), named('without')];
  const changes = [...outcomes].flatMap(([name, outcome]) =>
    SIGNS[outcome] === undefined ? [] : [`${SIGNS[outcome]} ${name}\n`],
  );
  return {
    out: `${changes.join('')}${file}: ${changes.length === 0 ? 'unchanged' : 'written'}\n`,
    err: [
      kept.length === 0 ? '' : `Kept, as it is sealed already: ${kept.join(', ')}; --replace seals it anew\n`,
      without.length === 0 ? '' : `Still to be sealed: ${without.join(', ')}\n`,
    ].join(''),
  };
}

const SIGNS: Readonly<Partial<Record<SealOutcome, string>>> = { added: '+', replaced: '~', removed: '-' };
