import { groupBy } from '../../../manifests/groups';
import { FIRST_GUESSES, WELL_KNOWN_KEYS } from '../../../facts/secrets';
import { objectName } from '../../../manifests/identity';
import { isMap } from '../../../manifests/value';
import type { Check, Fault } from '../../check';
import type { System } from '../../../system/system';
import { isReference, namesSecret, secretsIn } from '../../../findings/secret-text';
import { secretValuesOf, type SecretValue } from './sightings';

const GOOD_PRACTICES = 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/';

/** What is told of the values of Secrets; each value is told once, by the worst. */
export const SECRET_VALUE_CHECKS: readonly Check[] = [
  {
    id: 'secret-in-git',
    secret: true,
    severity: 'error',
    rule: 'No file holds the values of a Secret',
    why: 'Base64 hides nothing: who can read the repository, or once could, has the secret, and its history keeps it.',
    source: GOOD_PRACTICES,
    find: (system) =>
      valuesToTell(system, isPlain).map(({ values, first }) => ({
        spot: { manifest: first.manifest, path: first.path },
        message: `The value of ${values.map(({ key }) => `"${key}"`).join(', ')} stands here for all who can read this file${alsoIn(first, system)}`,
        remedy:
          'take it out of the file, let the cluster or an operator fill the Secret, and replace the secret: it has been seen',
      })),
  },
  {
    id: 'secret-guessable',
    secret: true,
    severity: 'error',
    rule: 'No Secret holds a value that everybody knows',
    why: 'Keys of documents and charts are the first that anybody tries; nobody needs to steal them.',
    source: 'https://github.com/minio/minio/blob/master/helm/minio/values.yaml',
    find: (system) =>
      valuesToTell(system, isGuessable).map(({ values, first }) => ({
        spot: { manifest: first.manifest, path: first.path },
        message: `The value of ${values.map(({ key }) => `"${key}"`).join(', ')} is one that everybody knows: whoever reaches the service owns it`,
        remedy: 'make a random one, and keep it out of the file',
      })),
  },
  {
    id: 'secret-equals-access-key',
    secret: true,
    severity: 'error',
    rule: 'The secret key is not the access key',
    why: 'The access key stands in each presigned URL, which each CI job can read.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html',
    find: (system) =>
      valuesToTell(system, isAccessKeyTwice).map(({ first }): Fault => ({
        spot: { manifest: first.manifest, path: first.path },
        message: `The value of "${first.key}" is the access key too, which stands in each presigned URL`,
        remedy: 'make a random secret key, and keep it out of the file',
      })),
  },
];

type Judge = (value: SecretValue, siblings: readonly SecretValue[]) => boolean;

/** By Secret: the values of which something is true. */
function valuesToTell(
  system: System,
  isSo: Judge,
): readonly { values: readonly SecretValue[]; first: SecretValue }[] {
  return [...system.view(valuesBySecret).values()].flatMap((siblings) => {
    const values = siblings.filter((value) => isSo(value, siblings));
    const [first] = values;
    return first === undefined ? [] : [{ values, first }];
  });
}

function valuesBySecret(system: System): ReadonlyMap<unknown, readonly SecretValue[]> {
  return groupBy(system.view(secretValuesOf), ({ manifest }) => manifest);
}

/** The same value in another Secret: who has one has both. */
function alsoIn(value: SecretValue, system: System): string {
  const other = system
    .view(placesByText)
    .get(value.text)
    ?.find(({ manifest }) => manifest !== value.manifest);
  return other === undefined ? '' : `, and ${objectName(other.manifest.identity)} has the same`;
}

function placesByText(system: System): ReadonlyMap<string, readonly SecretValue[]> {
  return groupBy(system.view(secretValuesOf), ({ text }) => text);
}

function isPlain(value: SecretValue, siblings: readonly SecretValue[]): boolean {
  if (isGuessable(value) || isAccessKeyTwice(value, siblings) || isEncrypted(value)) return false;
  const text = value.text.trim();
  const looksSecret = !ACCESS_KEY.test(value.key) && secretsIn(text).length > 0;
  if (looksSecret || text.includes('\n')) return looksSecret;
  return !PUBLIC_KEY.test(value.key) && !isReference(text) && !PUBLIC_VALUE.test(text);
}

/** What a Secret holds beside its secrets. */
const PUBLIC_KEY =
  /(?:\.crt|\.cer|\.pub)$|^(?:type|url|name|host|hostname|server|endpoint|region|bucket|port|user|username|project|insecure|namespace|access[_.-]?key(?:[_.-]?id)?|root[_.-]?user|aws_access_key_id)$/i;

/** An address without a password, and a moment, such as that of the last change of one. */
const PUBLIC_VALUE = /^https?:\/\/[^@\s]*$|^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[-+]\d\d:\d\d)$/;

/** By SOPS. */
function isEncrypted({ manifest }: SecretValue): boolean {
  return isMap(manifest.at('sops'));
}

function isGuessable({ text }: SecretValue): boolean {
  const value = text.trim();
  return WELL_KNOWN_KEYS.includes(value) || FIRST_GUESSES.includes(value.toLowerCase());
}

const ACCESS_KEY = /^(?:access[_.-]?key(?:[_.-]?id)?|root[_.-]?user|aws_access_key_id|user(?:name)?)$/i;

function isAccessKeyTwice(value: SecretValue, siblings: readonly SecretValue[]): boolean {
  if (!namesSecret(value.key) || value.text.trim() === '' || isReference(value.text.trim())) return false;
  return (
    siblings.some((other) => ACCESS_KEY.test(other.key) && other.text === value.text) && !isGuessable(value)
  );
}
