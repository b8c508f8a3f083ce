import { values, type Manifest } from '../load';
import { dataOf } from './rule';

/** What looks like a key or a token, whoever gave it. The placeholder of the token is none. */
const KEY_LIKE =
  /AKIA[0-9A-Z]{16}|\bgl[a-z]{2,5}-[\w-]{8,}|GR1348941\w+|-----BEGIN [A-Z ]*PRIVATE KEY|\beyJ[\w-]{10,}\.eyJ|\b(?<!sha256:)(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{40,}\b/;

/** No secret stands anywhere but in the data of a Secret, neither as it is nor in base64. */
export function secretBytes(tree: readonly Manifest[], secrets: readonly string[]): readonly string[] {
  return tree.flatMap(({ path, object }) => {
    const isSecret = object.kind === 'Secret';
    const open = [...values(isSecret ? { ...object, data: {} } : object)].flatMap(([at, value]) =>
      typeof value === 'string' ? [[at, value]] : [],
    );
    return [
      ...open.flatMap(([at = '', value = '']) => [
        ...secrets.flatMap((secret) => (holds(value, secret) ? [`${path}${at}: holds a secret`] : [])),
        ...(KEY_LIKE.test(value) ? [`${path}${at}: looks like a key`] : []),
      ]),
      ...(isSecret
        ? Object.entries(dataOf(object))
            .filter(([, value]) => !secrets.includes(decoded(value)))
            .map(([key]) => `${path}: key ${key} is not what the configuration says`)
        : []),
    ];
  });
}

function holds(value: string, secret: string): boolean {
  const encoded = Buffer.from(secret, 'utf8').toString('base64');
  return value.includes(secret) || value.includes(encoded.replace(/=+$/, ''));
}

function decoded(value: string): string {
  return Buffer.from(value, 'base64').toString('utf8');
}
