import { readFileSync } from 'node:fs';
import { parseConfiguration, type Parsed } from './parse';

/** Reads a `runner-cache.yaml`; `-` is standard input. The file system's own errors come through. */
export function readConfiguration(file: string): Parsed {
  return parseConfiguration(readFileSync(file === '-' ? 0 : file, 'utf8'));
}
