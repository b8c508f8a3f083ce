import { relative } from 'node:path';
import type { Difference } from '../output/difference';
import type { ManifestFiles } from '../output/manifest-files';
import { difference, writeTree } from '../output/tree';
import { CONFIG_FILE, OUTPUT_FOLDER } from './config-file';
import type { Outcome } from './outcome';
import { render } from './render';

export interface SynthOptions {
  /** Configuration files; `-` is standard input. Absent: the usual one. */
  readonly config?: readonly string[];
  /** A folder for each of them. Absent: the usual one. */
  readonly output?: readonly string[];
  /** Only compares. */
  readonly check: boolean;
}

/** Writes the manifests of configuration files, or says all that is wrong with any of them and writes nothing. */
export function synth(options: SynthOptions): Outcome {
  const pairs = pairsOf(options);
  const misuse = misuseOf(pairs, options);
  if (misuse !== undefined) return { out: '', err: `${misuse}\n`, code: 2 };
  const rendered = pairs.map(({ config, output }) => ({ config, output, ...render(config) }));
  const messages = rendered.map((one) => one.messages).join('');
  const whole = rendered.flatMap(({ files, ...one }) => (files === undefined ? [] : [{ ...one, files }]));
  if (whole.length < rendered.length) return { out: '', err: messages, code: 1 };
  if (!options.check) {
    const told = whole.map(({ output, files }) => written(output, files, writeTree(output, files)));
    return { out: told.join(''), err: messages, code: 0 };
  }
  const stale = whole
    .map((one) => ({ ...one, changes: lines(difference(one.output, one.files)) }))
    .filter(({ changes }) => changes !== '');
  const remedies = stale.map(
    (one) => `${one.output} is not what ${one.source} says; run \`runner-cache synth${said(one)}\`\n`,
  );
  return {
    out: stale.map(({ changes }) => changes).join(''),
    err: `${messages}${remedies.join('')}`,
    code: stale.length === 0 ? 0 : 1,
  };
}

interface Pair {
  readonly config: string;
  readonly output: string;
}

function pairsOf({ config = [CONFIG_FILE], output = [OUTPUT_FOLDER] }: SynthOptions): readonly Pair[] {
  return config.map((file, index) => ({ config: file, output: output[index] ?? '' }));
}

/** Undefined where each file has a folder of its own. */
function misuseOf(pairs: readonly Pair[], { output = [OUTPUT_FOLDER] }: SynthOptions): string | undefined {
  if (output.length > pairs.length || pairs.some((pair) => pair.output === ''))
    return `Cannot pair ${String(pairs.length)} --config with ${String(output.length)} --output: expected one --output for each --config, in the same order`;
  for (const [index, { output: folder }] of pairs.entries())
    for (const { output: other } of pairs.slice(index + 1))
      if (isWithin(folder, other) || isWithin(other, folder))
        return `Cannot write two trees to "${folder}" and "${other}": expected folders of which none lies in another`;
  return undefined;
}

function isWithin(folder: string, other: string): boolean {
  return !/^\.\.(?:\/|$)/.test(relative(folder, other));
}

/** What was said beside the defaults, so that the remedy writes what was compared. */
function said({ config, output }: Pair): string {
  return [
    config === CONFIG_FILE ? '' : ` -c ${config}`,
    output === OUTPUT_FOLDER ? '' : ` -o ${output}`,
  ].join('');
}

function written(output: string, files: ManifestFiles, changes: Difference): string {
  const counts = [
    { count: changes.added.length + changes.changed.length, what: 'written' },
    { count: changes.removed.length, what: 'removed' },
  ].filter(({ count }) => count > 0);
  const told = counts.map(({ count, what }) => `${count} ${what}`).join(', ');
  return `${lines(changes)}${output}: ${files.size} manifests, ${told === '' ? 'none changed' : told}\n`;
}

function lines({ added, changed, removed }: Difference): string {
  return [
    ...added.map((path) => `+ ${path}\n`),
    ...changed.map((path) => `~ ${path}\n`),
    ...removed.map((path) => `- ${path}\n`),
  ].join('');
}
