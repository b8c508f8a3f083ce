import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { addCharts } from '../../src/app';
import { parseConfiguration } from '../../src/config/parse';
import { ciphertext, type Ciphertext } from '../../src/model/ciphertext';
import type { Model } from '../../src/model/model';
import { sealTargets } from '../../src/model/seal-targets';
import { manifestFiles } from '../../src/output/manifest-files';
import { newApp } from '../../src/runner-cache';

/** A value of a manifest. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

export interface Manifest {
  readonly path: string;
  readonly text: string;
  readonly object: ManifestObject;
}

export interface ManifestObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

export const REPOSITORY = join(__dirname, '..', '..');

export const EXAMPLES = readdirSync(join(REPOSITORY, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => readdirSync(join(REPOSITORY, 'examples', name)).includes('runner-cache.yaml'));

export function exampleConfiguration(name: string): string {
  return readFileSync(join(REPOSITORY, 'examples', name, 'runner-cache.yaml'), 'utf8');
}

/** With ciphertext of nothing where some is wanted. */
export function modelOf(configuration: string): Model {
  const { model, faults } = parseConfiguration(configuration);
  if (model === undefined) throw new Error(JSON.stringify(faults, undefined, 2));
  return withCiphertext(model);
}

export function withCiphertext(model: Model): Model {
  const entries = sealTargets(model).map(({ scope, namespace, secret, keys, ...target }, index) => {
    const values = Object.fromEntries(Object.values(keys).map((key) => [key, ciphertextOf(index)] as const));
    const { rotation } = target;
    const place = { scope, namespace, secret, certificate: 'sha256:0' };
    return [target.for, { ...place, ...(rotation === undefined ? {} : { rotation }), values }] as const;
  });
  return { ...model, sealed: Object.fromEntries(entries) };
}

/** Of nothing, for a key of 2048 bits. */
function ciphertextOf(byte: number): Ciphertext {
  return ciphertext(Buffer.concat([Buffer.from([1, 0]), Buffer.alloc(280, byte)]).toString('base64'));
}

/** Everything that a configuration becomes, read back from its YAML. */
export function manifestsOf(configuration: string): readonly Manifest[] {
  return manifestsOfModel(modelOf(configuration));
}

export function manifestsOfModel(model: Model): readonly Manifest[] {
  const app = newApp();
  addCharts(app, model);
  return [...manifestFiles(app, 'runner-cache.yaml')].map(([path, text]) => ({
    path,
    text,
    object: parse(text, { version: '1.1' }) as ManifestObject,
  }));
}

/** The one object of a kind and name; `namespace/name` where a name stands twice. */
export function find(manifests: readonly Manifest[], kind: string, name: string): ManifestObject {
  const found = manifests.filter(({ object: { kind: its, metadata } }) => {
    return its === kind && [metadata.name, `${metadata.namespace ?? ''}/${metadata.name}`].includes(name);
  });
  if (found.length !== 1) throw new Error(`${found.length} objects ${kind} ${name}`);
  return found[0]!.object;
}

/** Each value inside of an object with its path. */
export function* values(value: unknown, path = ''): Generator<[string, unknown]> {
  yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) yield* values(child, `${path}.${key}`);
}

export interface PodTemplate {
  readonly metadata: {
    readonly labels: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
  readonly spec: PodSpec;
}

export interface PodSpec {
  readonly serviceAccountName: string;
  readonly automountServiceAccountToken: boolean;
  readonly securityContext: Record<string, unknown>;
  readonly containers: readonly Container[];
  readonly volumes: readonly { readonly name: string; readonly [source: string]: unknown }[];
  readonly terminationGracePeriodSeconds?: number;
  readonly tolerations?: readonly Record<string, unknown>[];
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env: readonly {
    name: string;
    value?: string;
    valueFrom?: { secretKeyRef: { name: string; key: string } };
  }[];
  readonly securityContext: Record<string, unknown>;
  readonly resources: Record<'requests' | 'limits', Record<string, string>>;
  readonly volumeMounts: readonly { name: string; mountPath: string; subPath?: string }[];
  readonly [field: string]: unknown;
}

/** The pods that an object makes; undefined for objects that make none. */
export function podTemplateOf(object: ManifestObject): PodTemplate | undefined {
  const spec = object.spec as { template?: PodTemplate } | undefined;
  return ['Deployment', 'Job'].includes(object.kind) ? spec?.template : undefined;
}
