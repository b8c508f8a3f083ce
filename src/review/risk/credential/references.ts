import type { Manifest } from '../../../manifests/manifest';
import { workloadOf } from '../../../manifests/workload';
import { namedByPods } from '../../../system/named-by-pods';
import type { Risk } from '../risk';

/** Which Secrets pods read. */
export const REFERENCES: readonly Risk[] = [
  {
    id: 'secret-reference',
    class: 'CREDENTIAL',
    change: 'pods read another Secret, or another key of one',
    why: 'The new Secret has to be there with its keys before the pods start, and the old one may have no reader left.',
    source: 'https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets',
    tells: ({ field }) => NAMES.some((name) => field.includes(name)),
    *judge({ base, head }) {
      if (base === undefined || head === undefined) return;
      const [old, next] = [secretsOf(base), secretsOf(head)];
      const fresh = [...next].filter((name) => !old.has(name));
      const left = [...old].filter((name) => !next.has(name));
      if (fresh.length === 0 && left.length === 0) return;
      const told = [
        ...(fresh.length === 0 ? [] : [`read ${fresh.join(', ')}`]),
        ...(left.length === 0 ? [] : [`no longer read ${left.join(', ')}`]),
      ];
      yield { message: `its pods ${told.join(' and ')}` };
    },
  },
];

/** Where pods name a Secret and its keys. */
const NAMES = ['secretKeyRef', 'secretRef', 'secret'];

/** `"s3access"`, or `"accesskey" of "s3access"`. */
function secretsOf(manifest: Manifest): ReadonlySet<string> {
  const workload = workloadOf(manifest);
  const references = workload === undefined ? [] : namedByPods(workload);
  return new Set(
    references
      .filter(({ type }) => type === '/Secret')
      .flatMap(({ name, keys }) =>
        keys.length === 0 ? [`"${name}"`] : keys.map((key) => `"${key.name}" of "${name}"`),
      ),
  );
}
