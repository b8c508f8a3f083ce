import type { Manifest } from '../../../manifests/manifest';
import { groupBy } from '../../../manifests/groups';
import { isMap, type Value } from '../../../manifests/value';
import { workloadOf } from '../../../manifests/workload';
import { namedByPods } from '../../../system/named-by-pods';
import { firstOf } from '../../../text/first-of';
import type { Risk } from '../risk';

/** Which Secrets pods read. */
export const REFERENCES: readonly Risk[] = [
  {
    id: 'secret-reference',
    class: 'CREDENTIAL',
    change: 'pods read another Secret, or another key of one',
    why: 'The new Secret has to be there with its keys before the pods start, and the old one may have no reader left.',
    source: 'https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets',
    tells: ({ field, before, after }) =>
      NAMES.some((name) => field.includes(name)) || [before, after].every(isAbsentOrReference),
    *judge({ base, head }) {
      if (base === undefined || head === undefined) return;
      const [old, next] = [secretsOf(base), secretsOf(head)];
      const fresh = [...next].filter(([name]) => !old.has(name)).map(([, one]) => one);
      const left = [...old].filter(([name]) => !next.has(name)).map(([, one]) => one);
      if (fresh.length === 0 && left.length === 0) return;
      const told = [
        ...(fresh.length === 0 ? [] : [`read ${secretsText(fresh)}`]),
        ...(left.length === 0 ? [] : [`no longer read ${secretsText(left)}`]),
      ];
      yield { message: `its pods ${told.join(', and ')}` };
    },
  },
];

/** Where pods name a Secret and its keys. */
const NAMES = ['secretKeyRef', 'secretRef', 'secret'];

/** Such as a source of a volume that is nothing but a Secret. */
function isAbsentOrReference(value: Value | undefined): boolean {
  if (value === undefined) return true;
  const keys = isMap(value) ? Object.keys(value) : [];
  return keys.length > 0 && keys.every((key) => NAMES.includes(key));
}

interface Read {
  readonly secret: string;
  /** Undefined: all of them. */
  readonly key: string | undefined;
}

function secretsOf(manifest: Manifest): ReadonlyMap<string, Read> {
  const workload = workloadOf(manifest);
  const references = workload === undefined ? [] : namedByPods(workload);
  const read = references
    .filter(({ type }) => type === '/Secret')
    .flatMap(({ name, keys }): readonly Read[] =>
      keys.length === 0
        ? [{ secret: name, key: undefined }]
        : keys.map((key) => ({ secret: name, key: key.name })),
    );
  return new Map(read.map((one) => [JSON.stringify([one.secret, one.key]), one]));
}

/** `"accesskey", "secretkey" of "s3access-a", "s3access-b"; "other"`: Secrets of which the same is read together. */
function secretsText(reads: readonly Read[]): string {
  const bySecret = [...groupBy(reads, ({ secret }) => secret)].map(([secret, own]) => {
    const keys = own.flatMap(({ key }) => (key === undefined ? [] : [`"${key}"`]));
    return { secret: `"${secret}"`, keys: keys.length < own.length ? '' : `${keys.join(', ')} of ` };
  });
  return [...groupBy(bySecret, ({ keys }) => keys)]
    .map(
      ([keys, same]) =>
        `${keys}${firstOf(
          same.map(({ secret }) => secret),
          MOST,
        )}`,
    )
    .join('; ');
}

const MOST = 6;
