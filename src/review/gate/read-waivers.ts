import { documentsOf, type SourceDocument, type SourceFile } from '../../manifests/source';
import { isList, isMap, type Path, type Value, type ValueMap } from '../../manifests/value';
import { suggestion } from '../../text/closest';
import { quoted, shown } from '../../text/shown';
import { CLASSES, type RiskClass } from '../risk/classes';
import type { Waiver, WaiverFault } from './waiver';

export interface ReadWaivers {
  readonly waivers: readonly Waiver[];
  /** All of them; the file counts for nothing if there is one. */
  readonly faults: readonly WaiverFault[];
}

/** A YAML list of waivers. */
export function readWaivers(file: SourceFile): ReadWaivers {
  const { documents, faults } = documentsOf([file]);
  if (faults.length > 0)
    return { waivers: [], faults: faults.map(({ place, reason }) => ({ place, message: reason })) };
  const reader = new Reader();
  const waivers = documents.flatMap((document) => reader.waiversOf(document));
  return { waivers, faults: reader.faults };
}

class Reader {
  readonly faults: WaiverFault[] = [];

  waiversOf(document: SourceDocument): readonly Waiver[] {
    const { value } = document;
    if (value === null) return [];
    if (isList(value)) return value.flatMap((entry, index) => this.waiverOf(document, entry, [index]));
    this.tell(document, [], `expected a list of waivers, each with ${quoted(FIELDS)}`);
    return [];
  }

  private waiverOf(document: SourceDocument, entry: Value, path: Path): readonly Waiver[] {
    if (!isMap(entry)) {
      this.tell(document, path, `expected a map with ${quoted(FIELDS)}`);
      return [];
    }
    for (const key of Object.keys(entry).filter((name) => !KEYS.includes(name)))
      this.tell(document, [...path, key], `unknown key "${key}"${suggestion(key, KEYS)}`, 'key');
    const [object, reason] = [
      this.text(document, entry, path, 'object'),
      this.text(document, entry, path, 'reason'),
    ];
    const folder = entry.folder === undefined ? undefined : this.text(document, entry, path, 'folder');
    const isFit = entry.folder === undefined || folder !== undefined;
    const name = this.classOf(document, entry, path);
    const until = this.dayOf(document, entry, path);
    if (object === undefined || reason === undefined || name === undefined || until === undefined) return [];
    if (!isFit) return [];
    return [{ object, folder, class: name, reason, until, place: document.placeOf(path, 'value') }];
  }

  private text(document: SourceDocument, entry: ValueMap, path: Path, key: string): string | undefined {
    const value = entry[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
    const [at, what] =
      value === undefined ? [path, `"${key}" is missing`] : [[...path, key], `"${key}" is no text`];
    this.tell(document, at, `${what}: write ${EXAMPLES[key] ?? ''}`);
    return undefined;
  }

  private classOf(document: SourceDocument, entry: ValueMap, path: Path): RiskClass | undefined {
    const text = this.text(document, entry, path, 'class');
    const found = CLASSES.find((name) => name === text);
    if (text !== undefined && found === undefined)
      this.tell(document, [...path, 'class'], `there is no class ${shown(text)}${suggestion(text, CLASSES)}`);
    return found;
  }

  private dayOf(document: SourceDocument, entry: ValueMap, path: Path): string | undefined {
    const text = this.text(document, entry, path, 'until');
    if (text === undefined || isDay(text)) return text;
    this.tell(document, [...path, 'until'], `${shown(text)} is no day: write one such as 2026-12-31`);
    return undefined;
  }

  private tell(document: SourceDocument, path: Path, message: string, part: 'key' | 'value' = 'value'): void {
    this.faults.push({ place: document.placeOf(path, part), message });
  }
}

function isDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const FIELDS: readonly string[] = ['object', 'class', 'reason', 'until'];
const KEYS: readonly string[] = [...FIELDS, 'folder'];
const EXAMPLES: Readonly<Record<string, string>> = {
  object: 'an object such as Deployment/minio/minio',
  class: 'a class such as DATA-LOSS',
  reason: 'why it is wanted',
  folder: 'the folder of a cluster such as clusters/prod, or leave it out',
  until: 'the last day that it counts, such as 2026-12-31',
};
