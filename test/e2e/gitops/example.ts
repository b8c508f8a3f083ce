import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Wish } from '../system/configuration';

type Fields = Readonly<Record<string, unknown>>;

interface Example {
  readonly cache?: Fields;
  readonly store?: Fields;
  readonly credentials?: Fields;
  readonly runners?: readonly Fields[];
}

const EXAMPLES = join(__dirname, '..', '..', '..', 'examples');

/** An example as it stands, but for the names of namespaces, the address of GitLab and what the cluster needs. */
export function wishOf(example: string): Wish {
  const file = join(EXAMPLES, example, 'runner-cache.yaml');
  const { cache, store, credentials, runners = [{}] } = parse(readFileSync(file, 'utf8')) as Example;
  return {
    ...(cache === undefined ? {} : { cache }),
    ...(credentials === undefined ? {} : { credentials }),
    store: withoutNamespace(store),
    runners: runners.map((runner) => ({
      name: 'main',
      ...withoutNamespace(runner),
      jobs: withoutNamespace(runner.jobs as Fields | undefined),
    })),
  };
}

function withoutNamespace(fields: Fields = {}): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'namespace'));
}

/** What can be said below `delivery` of the order, by its name; one Application for each runner where there are several. */
export function orderingsOf(example: string): Readonly<Record<string, object>> {
  const { runners = [] } = wishOf(example);
  const both = { none: { ordering: 'none' }, gated: { ordering: 'gated' } };
  return runners.length > 2 ? { ...both, perRunner: { perRunner: true } } : both;
}

/** The same without one runner: neither it nor where its keys lie. */
export function without(leaver: string, { runners = [], credentials, ...wish }: Wish): Wish {
  const { runners: keys, ...rest } = credentials ?? {};
  const kept = Object.entries((keys ?? {}) as Fields).filter(([name]) => name !== leaver);
  return {
    ...wish,
    runners: runners.filter(({ name }) => name !== leaver),
    ...(credentials === undefined ? {} : { credentials: rest }),
    ...(keys === undefined ? {} : { credentials: { ...rest, runners: Object.fromEntries(kept) } }),
  };
}

/** Whether the operator that this example needs is in the cluster, as the settings of the suite say. */
export function isPossible(example: string): boolean {
  const { E2E_EXTERNAL_SECRETS: operator, E2E_SEALED_CERT: certificate, E2E_ARGOCD: argocd } = process.env;
  if (argocd !== 'there') return false;
  const kind = wishOf(example).credentials?.kind;
  if (kind === 'externalSecrets') return operator === 'there';
  return kind !== 'sealed' || certificate !== undefined;
}
