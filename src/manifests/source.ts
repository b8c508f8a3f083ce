import { YAMLException } from 'js-yaml';
import { Lines, type Place } from '../text/lines';
import { YamlDocument } from './document';
import type { Path, Value } from './value';
import { valueOf, valuesOf } from './yaml-values';

/** A file of a tree of manifests. */
export interface SourceFile {
  /** From the root of the tree, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Whether Argo CD takes a file of a folder for a manifest. (argo-cd, reposerver/repository/repository.go) */
export function isManifestFile(path: string): boolean {
  return /\.(?:yaml|yml|json)$/.test(path);
}

/** One document of a file. */
export interface SourceDocument {
  readonly file: SourceFile;
  readonly value: Value;
  placeOf(path: Path, part: 'key' | 'value'): Place;
}

/** Why a document cannot be read. */
export interface SourceFault {
  readonly file: SourceFile;
  readonly place: Place;
  readonly reason: string;
  /** The document itself, for what can be told of it all the same. */
  readonly text: string;
}

/** The documents of files. They are split as kubectl and Argo CD do, so that a broken one leaves the others readable. */
export function documentsOf(files: readonly SourceFile[]): {
  readonly documents: readonly SourceDocument[];
  readonly faults: readonly SourceFault[];
} {
  const documents: SourceDocument[] = [];
  const faults: SourceFault[] = [];
  const all = files.flatMap(parts);
  const values = valuesOf(all.map(({ text }) => text));
  for (const [index, { file, lines, offset, text }] of all.entries()) {
    try {
      const document = new YamlDocument(text, values[index] ?? valueOf(text));
      documents.push({
        file,
        value: document.value,
        placeOf: (path, part) => lines.at(offset + document.offsetOf(path, part)),
      });
    } catch (error) {
      if (!(error instanceof YAMLException)) throw error;
      const place = lines.at(offset + (error.mark?.position ?? 0));
      faults.push({ file, place, reason: error.reason, text });
    }
  }
  return { documents, faults };
}

interface Part {
  readonly file: SourceFile;
  readonly lines: Lines;
  readonly offset: number;
  readonly text: string;
}

/** JSON has no documents. What holds nothing but comments is none. */
function parts(file: SourceFile): readonly Part[] {
  const { path, text } = file;
  const lines = new Lines(text);
  const cuts = path.endsWith('.json') ? [] : [...text.matchAll(SEPARATOR)];
  const starts = [0, ...cuts.map(({ index, 0: line }) => index + line.length)];
  const ends = [...cuts.map(({ index }) => index), text.length];
  return starts
    .map((offset, index) => ({ file, lines, offset, text: text.slice(offset, ends[index]) }))
    .filter((part) => !NOTHING.test(part.text));
}

const SEPARATOR = /^---[ \t]*(?:#.*)?\r?$/gm;
const NOTHING = /^(?:[ \t\r]*(?:#.*)?(?:\n|$))*$/;
