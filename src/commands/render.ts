import { basename } from 'node:path';
import { addCharts } from '../app';
import { formatFaults } from '../config/fault';
import { homelessFaults } from '../config/homeless';
import { readConfiguration } from '../config/read';
import { manifestFiles, type ManifestFiles } from '../output/manifest-files';
import { newApp } from '../runner-cache';

export interface Rendered {
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
