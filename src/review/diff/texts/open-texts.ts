import type { Manifest } from '../../../manifests/manifest';
import { isList, isMap, type Value } from '../../../manifests/value';
import { readToml } from '../../../system/runners/toml';
import type { Field } from '../../change';
import { hunksOf, type Hunk } from './hunks';
import { jsonIn } from './json';

/** Two texts that are compared by what they hold. */
export type Opened =
  | { readonly are: 'documents'; readonly before: Value; readonly after: Value }
  | { readonly are: 'lines'; readonly hunks: readonly Hunk[] };

/**
 * Opens two texts of a ConfigMap: TOML and JSON mean the same however they are written, all else is compared line by line. Of a
 * Secret only TOML is opened, whose keys are settings; a line would have to be hidden, and a key of JSON may be one itself.
 * Undefined where the texts count as they are: elsewhere, and where the API server lets no byte of them change.
 */
export function openTexts(base: Manifest, field: Field, before: string, after: string): Opened | undefined {
  const [root, key = '', ...deeper] = field;
  const kind = base.identity.group === '' ? base.kind : '';
  if (root !== 'data' || deeper.length > 0 || base.at('immutable') === true) return undefined;
  if (kind === 'Secret')
    return key.endsWith('.toml') ? tomls(decoded(before), decoded(after), byPosition) : undefined;
  if (kind !== 'ConfigMap') return undefined;
  return (key.endsWith('.toml') ? tomls(before, after) : jsons(before, after)) ?? lines(before, after);
}

function decoded(base64: string): string {
  return Buffer.from(base64, 'base64').toString();
}

function tomls(before: string, after: string, meant = (value: Value): Value => value): Opened | undefined {
  const [one, other] = [readToml(before), readToml(after)];
  if (!('value' in one) || !('value' in other)) return undefined;
  return { are: 'documents', before: meant(one.value), after: meant(other.value) };
}

/** Tables of a list are told apart by their name elsewhere, which is a value. */
function byPosition(value: Value): Value {
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, byPosition(inside)]));
  if (!isList(value) || !value.every(isMap)) return value;
  return Object.fromEntries(value.map((item, index) => [`[${String(index)}]`, byPosition(item)]));
}

function jsons(before: string, after: string): Opened | undefined {
  const [one, other] = [jsonIn(before), jsonIn(after)];
  if (one === undefined || other === undefined) return undefined;
  return { are: 'documents', before: one, after: other };
}

/** A key of several lines says only in its first one what it is, so it stays whole: else its body would be shown. */
function lines(before: string, after: string): Opened | undefined {
  const texts = [before, after];
  if (texts.some((text) => text.includes('-----BEGIN '))) return undefined;
  return texts.some((text) => text.trimEnd().includes('\n'))
    ? { are: 'lines', hunks: hunksOf(before, after) }
    : undefined;
}
