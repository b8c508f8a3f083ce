import { suggestion } from '../text/closest';
import { OWNED } from '../model/rules/settings-owned';
import { quoted, shown } from '../text/shown';
import { tables } from '../facts/runner-settings.json';
import type { Fault, Path } from './fault';
import { EXTENDS } from './layers';
import { maySecret } from './may-secret';
import { branchesOf, jsonSchema, schemasAt, type JsonSchema } from './json-schema';

/** A key that its map does not have, with the key that was meant, its right place, or the keys that there are. */
export function unknownKey(map: Path, key: string, input: unknown): Fault {
  const known = [
    ...new Set(schemasAt(map, input).flatMap(({ properties }) => Object.keys(properties ?? {}))),
  ];
  const remedy =
    ofFiles(map, key) ||
    glued(key, known) ||
    suggestion(key, map.length === 0 ? [...known, EXTENDS] : known) ||
    ofOtherKind(map, key) ||
    elsewhere(key) ||
    ofSettings(map, key) ||
    `; expected ${list(known)}`;
  const path = [...map, key];
  // `{ secretkey:abc }` without a space is one key, and it holds the secret.
  if (maySecret(map) && !/^; (?:did you mean|only kind|expected ".*" below)/.test(remedy)) {
    return { path, told: map, atKey: true, message: `Unknown key${remedy}` };
  }
  return { path, atKey: true, message: `Unknown key ${shown(key)}${remedy}` };
}

/** Nobody knows where a text lies. */
function ofFiles(map: Path, key: string): string {
  return map.length === 0 && key === EXTENDS ? '; only a file can extend another one' : '';
}

function glued(key: string, known: readonly string[]): string {
  return known.some((name) => key.startsWith(`${name}:`)) ? '; put a space behind ":"' : '';
}

/** `; only kind "volume" has it` */
function ofOtherKind(map: Path, key: string): string {
  const kinds = schemasAt(map, undefined).flatMap(({ properties = {} }) =>
    Object.hasOwn(properties, key) ? [JSON.stringify(properties.kind?.const)] : [],
  );
  return kinds.length === 0 ? '' : `; only kind ${kinds.join(' and ')} has it`;
}

/** `; expected "size" below "store.storage"`, also for `store.storage.size` written as one key. */
function elsewhere(dotted: string): string {
  const parts = dotted.split('.');
  const key = parts.at(-1) ?? dotted;
  const asked = parts.slice(0, -1).join('.');
  const maps = [...mapsWith(key, jsonSchema(), '')].filter((map) => asked === '' || map === asked);
  if (maps.length === 0 || maps.length > 2) return '';
  return `; expected "${key}" ${maps.map((map) => (map === '' ? 'at the top' : `below "${map}"`)).join(' or ')}`;
}

/** Settings of the runner stand one level below the runner, but for those that are ours. */
function ofSettings(map: Path, key: string): string {
  if (map.length !== 2 || map[0] !== 'runners' || !Object.hasOwn(tables.runners, key)) return '';
  return `; ${OWNED[`.${key}`] ?? `expected "${key}" below "settings"`}`;
}

/** The paths of all maps that have this key. */
function mapsWith(key: string, schema: JsonSchema, path: string): Set<string> {
  const found = new Set<string>();
  for (const { properties = {}, items } of branchesOf(schema)) {
    if (Object.hasOwn(properties, key)) found.add(path);
    const inner = Object.entries(properties).flatMap(([name, value]) => [
      ...mapsWith(key, value, path === '' ? name : `${path}.${name}`),
    ]);
    const inItems = items === undefined ? [] : [...mapsWith(key, items, `${path}[]`)];
    for (const map of [...inner, ...inItems]) found.add(map);
  }
  return found;
}

function list(words: readonly string[]): string {
  if (words.length === 0) return 'no key here';
  return `${words.length === 1 ? 'only' : 'one of'} ${quoted(words)}`;
}
