import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { shown } from '../text/shown';
import { EXTENDS, type Layer } from './layers';
import { parseLayers, type Parsed } from './parse';
import { withCiphertext } from './sealed';
import type { SealedFile } from './sealed-file';
import { YamlDocument } from './yaml-document';

/** Reads a `runner-cache.yaml`, the files that it extends, and the ciphertext beside it. */
export function readConfiguration(file: string): Parsed {
  return withCiphertext(readUnsealed(file), sealedBeside(file));
}

/** `runner-cache.sealed.yaml` beside `runner-cache.yaml`. */
export function sealedBeside(file: string): SealedFile {
  const name = `${file === '-' ? 'runner-cache' : file.replace(/\.ya?ml$/, '')}.sealed.yaml`;
  return { name, text: existsSync(name) ? readFileSync(name, 'utf8') : undefined };
}

/**
 * Reads a `runner-cache.yaml` and the files that it extends, without the ciphertext, which may have to be made; `-` is standard input. The file system's own errors come
 * through, but for those of a file that is extended: that name is a mistake in the file that says it.
 */
export function readUnsealed(file: string): Parsed {
  const layers: [Layer, ...Layer[]] = [
    { file: undefined, document: new YamlDocument(readFileSync(file === '-' ? 0 : file, 'utf8')) },
  ];
  const seen = [normalize(file)];
  for (;;) {
    const name = extendedBy(layers[0].document);
    if (name === undefined) return parseLayers(layers);
    const path = join(dirname(seen.at(-1) ?? file), typeof name === 'string' ? name : '');
    const message = refusal(name, path, seen);
    const text = message ?? textOf(name, path);
    if (typeof text !== 'string') return parseLayers(layers, [{ path: [EXTENDS], message: text.message }]);
    layers.unshift({ file: path, document: new YamlDocument(text) });
    seen.push(path);
  }
}

/** Undefined where nothing is extended, or the text is no YAML that can be written out. */
function extendedBy(document: YamlDocument): unknown {
  if (document.faults().length > 0) return undefined;
  const value = document.tryValue();
  return typeof value === 'object' && value !== null && EXTENDS in value ? value[EXTENDS] : undefined;
}

interface Refusal {
  readonly message: string;
}

function refusal(name: unknown, path: string, seen: readonly string[]): Refusal | undefined {
  if (typeof name !== 'string' || name === '')
    return { message: `Cannot extend ${shown(name)}: expected the path of a file, such as "../base.yaml"` };
  if (seen.includes(path))
    return { message: `Cannot extend ${shown(name)}: it extends this file, so neither comes first` };
  return undefined;
}

function textOf(name: unknown, path: string): string | Refusal {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code ?? 'unknown'})`;
    return { message: `Cannot extend ${shown(name)}: ${reason}; the path counts from the file that says it` };
  }
}
