import type { Manifest } from '../manifests/manifest';
import { mapOf } from '../manifests/value';

/** Says of a line of a file whether it belongs to the values of a Secret. */
export type SecretLines = (line: number) => boolean;

/**
 * The lines of `data` and `stringData` of Secrets, up to where the next thing begins. On a line that they share with others,
 * as in JSON on one line, all is secret. `kubectl apply` copies both into an annotation.
 */
export function secretLinesOf(manifests: readonly Manifest[]): SecretLines {
  const secrets = manifests.filter(({ kind }) => kind === 'Secret');
  if (secrets.length === 0) return () => false;
  const starts = manifests.map((manifest) => manifest.placeOf([], 'value').line);
  const ranges = secrets.flatMap((secret) => {
    const own = Object.keys(secret.object).map((key) => secret.placeOf([key], 'key').line);
    const annotations = Object.keys(mapOf(secret.at('metadata', 'annotations'))).map(
      (key) => secret.placeOf(['metadata', 'annotations', key], 'key').line,
    );
    const values = SECRET_PATHS.filter((path) => secret.at(...path) !== undefined);
    return values.map((path) => {
      const from = secret.placeOf(path, 'key').line;
      const next = [...starts, ...own, ...annotations].filter((line) => line > from);
      return { from, to: Math.min(...next, Infinity) };
    });
  });
  return (line) => ranges.some(({ from, to }) => line >= from && (line < to || line === from));
}

const SECRET_PATHS = [
  ['data'],
  ['stringData'],
  ['metadata', 'annotations', 'kubectl.kubernetes.io/last-applied-configuration'],
] as const;

/** A document that cannot be read may be a Secret all the same. */
export const MAY_BE_SECRET = /\bkind["']?\s*:\s*["']?Secret\b/;

/** Leaves of a line no more than the key. */
export function masked(line: string): string {
  const [, key] = KEY.exec(line) ?? [];
  if (key !== undefined) return key === line ? line : `${key} …`;
  return `${/^\s*/.exec(line)?.[0] ?? ''}…`;
}

/** A `=` without a space before it may be the end of a value in base64. */
const KEY = /^(\s*(?:- +)*(?:"[^"\\]*"|'[^']*'|[\w./-]+)(?:\s*:|\s+=))(?=\s|$)/;
