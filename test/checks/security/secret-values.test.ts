import { SECURITY_CHECKS } from '../../../src/checks/security';
import { found } from '../case';
import { told } from './told';

type Values = Readonly<Record<string, string>>;

const KEY = 'Zk3v9QpLx7mN2bR8tY';
const PUBLIC = [
  ...[
    'tls.crt',
    'ca.cer',
    'id.pub',
    'type',
    'url',
    'name',
    'host',
    'hostname',
    'server',
    'endpoint',
    'region',
  ],
  ...['bucket', 'port', 'user', 'username', 'project', 'insecure', 'namespace', 'accesskey', 'access-key-id'],
  ...['rootUser', 'ROOT_USER', 'AWS_ACCESS_KEY_ID'],
];
const secret = (stringData: object, more: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 's3access', namespace: 'ci' },
  stringData,
  ...more,
});
const encoded = (values: Values): object => {
  const pairs = Object.entries(values).map(([key, text]) => [key, Buffer.from(text).toString('base64')]);
  return secret({}, { data: Object.fromEntries(pairs) as Values });
};

/** The check, the key that is told, and the values of the Secret. */
const TOLD: readonly (readonly [string, string, Values])[] = [
  ['secret-in-git', 'secretkey', { type: 's3', secretkey: KEY }],
  ['secret-in-git', 'value', { value: 'anything' }],
  ['secret-in-git', 'my-type', { 'my-type': 's3' }],
  ['secret-in-git', 'usernames', { usernames: 'gitlab' }],
  ['secret-in-git', 'crt', { crt: 'a' }],
  ['secret-in-git', 'url', { url: `https://user:${KEY}@example.com` }],
  ['secret-in-git', 'config', { config: `access = a\nsecret_key = "${KEY}"` }],
  ['secret-in-git', 'address', { address: 'see https://example.com' }],
  ['secret-in-git', 'address', { address: 'https://a@example.com' }],
  ['secret-in-git', 'secretkey', { accesskey: 'a-name', secretkey: KEY }],
  ['secret-in-git', 'accesskeys', { accesskeys: KEY, secretkey: KEY }],
  ['secret-in-git', 'my_user', { my_user: KEY, secretkey: KEY }],
  ['secret-in-git', 'database', { username: 'gitlab', database: 'gitlab' }],
  ['secret-guessable', 'password', { password: ' ChangeMe\n' }],
  ['secret-guessable', 'secretkey', { secretkey: ' minioadmin ' }],
  ['secret-guessable', 'secretkey', { secretkey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' }],
  ['secret-guessable', 'rootUser', { rootUser: 'admin', rootPassword: 'admin' }],
  ...[
    'accesskey',
    'access_key',
    'access-key-id',
    'AccessKeyId',
    'root-user',
    'AWS_ACCESS_KEY_ID',
    'user',
  ].map((name) => ['secret-equals-access-key', 'secretkey', { [name]: KEY, secretkey: KEY }] as const),
  ['secret-equals-access-key', 'password', { username: 'gitlab', password: 'gitlab' }],
];

test.each(TOLD)('%s is told of "%s" in %j', (id, key, values) => {
  const [first = '', ...more] = told(secret(values));
  expect(first).toBe(`${id} stringData.${key}`);
  expect(more).toEqual([]);
  expect(told(encoded(values))).toEqual([`${id} data.${key}`]);
});

const HARMLESS: readonly Values[] = [
  {},
  Object.fromEntries(PUBLIC.map((key) => [key, 'gitlab'])),
  { secretkey: '' },
  { secretkey: ' ' },
  { accesskey: '', secretkey: '' },
  { accesskey: ' ', secretkey: ' ' },
  { accesskey: '${KEY}', secretkey: '${KEY}' },
  { accesskey: ' <key>', secretkey: ' <key>' },
  { secretkey: '\nreplace-me' },
  { config: 'address = a\nsecret_key = $KEY\n' },
  { address: 'https://minio.example.com/bucket' },
  { address: 'http://minio:9000' },
];

test.each(HARMLESS)('%j is told by none', (values) => {
  expect(told(secret(values))).toEqual([]);
  expect(told(encoded(values))).toEqual([]);
});

test('What SOPS encrypted is nobody’s to read', () => {
  const values = { secretkey: 'not-a-reference' };
  expect(told(secret(values, { sops: { mac: 'a' } }))).toEqual([]);
  expect(told(secret(values, { sops: 'yes' }))).toEqual(['secret-in-git stringData.secretkey']);
});

test('What is no text is told by another family', () => {
  expect(told(secret({ secretkey: null, other: {}, more: [KEY] }))).toEqual([]);
});

test('The same value in another Secret is named, and never in its own', () => {
  const other = { ...secret({ key: KEY }), metadata: { name: 'copy', namespace: 'minio' } };
  const messages = (...objects: readonly object[]): readonly string[] =>
    found(objects.map((one) => JSON.stringify(one)).join('\n---\n'), SECURITY_CHECKS).map(
      ({ message }) => message,
    );
  const twice = secret({ a: KEY, b: KEY });
  expect(messages(twice)).toEqual([expect.stringMatching(/^The value of "a", "b" stands .* this file$/)]);
  expect(messages(twice, other)).toEqual([
    expect.stringMatching(/, and Secret\/minio\/copy has the same$/),
    expect.stringMatching(/, and Secret\/ci\/s3access has the same$/),
  ]);
});
