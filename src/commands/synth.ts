import { basename } from 'node:path';
import { addCharts } from '../app';
import { formatFaults } from '../config/fault';
import { homelessFaults } from '../config/homeless';
import { readConfiguration } from '../config/read';
import type { Difference } from '../output/difference';
import { manifestFiles, type ManifestFiles } from '../output/manifest-files';
import { difference, writeTree } from '../output/tree';
import { newApp } from '../runner-cache';
import { CONFIG_FILE, OUTPUT_FOLDER } from './config-file';
import type { Outcome } from './outcome';

export interface SynthOptions {
  /** The configuration file; `-` is standard input. */
  readonly config: string;
  readonly output: string;
  /** Only compares. */
  readonly check: boolean;
}

/** Writes the manifests of a configuration file, or says what is wrong with it and writes nothing. */
export function synth({ config, output, check }: SynthOptions): Outcome {
  const rendered = render(config);
  if (rendered.files === undefined) return { out: '', err: rendered.messages, code: 1 };
  const { files, messages, source } = rendered;
  if (!check) return { out: written(output, files, writeTree(output, files)), err: messages, code: 0 };
  const changes = lines(difference(output, files));
  if (changes === '') return { out: '', err: messages, code: 0 };
  return {
    out: changes,
    err: `${messages}${output} is not what ${source} says; run \`runner-cache synth${options({ config, output })}\`\n`,
    code: 1,
  };
}

/** What was said beside the defaults, so that the remedy writes what was compared. */
function options({ config, output }: Pick<SynthOptions, 'config' | 'output'>): string {
  return [
    config === CONFIG_FILE ? '' : ` -c ${config}`,
    output === OUTPUT_FOLDER ? '' : ` -o ${output}`,
  ].join('');
}

interface Rendered {
  /** Undefined where there are faults. */
  readonly files: ManifestFiles | undefined;
  readonly messages: string;
  /** What the configuration is called where people read it. */
  readonly source: string;
}

/** A configuration file in, files out; nothing is written. */
export function render(config: string): Rendered {
  const read = readConfiguration(config);
  const source = config === '-' ? 'standard input' : config;
  const messages = formatFaults(source, [...read.faults, ...read.warnings]);
  if (read.model === undefined) return { files: undefined, messages, source };
  const app = newApp();
  const faults = homelessFaults(addCharts(app, read.model)).map(read.place);
  if (faults.length > 0)
    return { files: undefined, messages: formatFaults(source, [...faults, ...read.warnings]), source };
  return { files: manifestFiles(app, basename(source)), messages, source };
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
