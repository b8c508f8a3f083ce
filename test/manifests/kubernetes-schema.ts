import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { ManifestObject } from './load';
import { REPOSITORY } from './load';

/** What an API server of a release would refuse in an object, unknown fields among it; empty when all is well. */
export type KubernetesSchema = (object: ManifestObject) => readonly string[];

/** The oldest release that a configuration may name, and the newest of which there is a schema. */
export const OLDEST = '1.27';
export const NEWEST = '1.37';

interface Definitions {
  readonly definitions: Readonly<Record<string, { readonly [GVK]?: readonly GroupVersionKind[] }>>;
}

const GVK = 'x-kubernetes-group-version-kind';

interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

export function kubernetesSchema(release: typeof OLDEST | typeof NEWEST): KubernetesSchema {
  const [kubernetes, custom] = [definitionsOf(release), definitionsOf('custom')];
  const schema = { definitions: { ...kubernetes, ...custom } };
  const ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS }).addSchema(schema, release);
  const names = new Map([
    ...Object.entries(kubernetes).flatMap(([name, { [GVK]: kinds = [] }]) =>
      kinds.map((kind) => [identityOf(kind), name] as const),
    ),
    ...Object.keys(custom).map((name) => [name.replace(/\/([^/]+)$/, ' $1'), pointerTo(name)] as const),
  ]);
  return (object) => {
    const identity = `${object.apiVersion} ${object.kind}`;
    const name = names.get(identity);
    if (name === undefined) return [`${identity}: there is no such kind in ${release}`];
    const validate = ajv.getSchema(`${release}#/definitions/${name}`) as ValidateFunction;
    return validate(object) ? [] : (validate.errors ?? []).map(refusalOf);
  };
}

function definitionsOf(api: string): Definitions['definitions'] {
  const file = join(REPOSITORY, 'src', 'facts', 'kubernetes', `${api}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as Definitions).definitions;
}

/** A name with a slash, as a JSON pointer writes it. */
function pointerTo(name: string): string {
  return name.replaceAll('/', '~1');
}

/** Text that the API takes as it is, but for what has a range. */
const FORMATS = {
  int32: { type: 'number', validate: (value: number) => Math.abs(value) <= 2 ** 31 - 1 },
  int64: { type: 'number', validate: (value: number) => Number.isSafeInteger(value) },
  double: true,
  byte: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/,
} as const;

function identityOf({ group, version, kind }: GroupVersionKind): string {
  return `${group === '' ? '' : `${group}/`}${version} ${kind}`;
}

function refusalOf({ instancePath, message, params }: ErrorObject): string {
  const { additionalProperty } = params as { additionalProperty?: string };
  return additionalProperty === undefined
    ? `${instancePath} ${String(message)}`
    : `${instancePath}/${additionalProperty} is unknown`;
}
