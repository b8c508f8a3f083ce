import { isRandom, isReference, secretOfName, secretsIn } from '../../../src/findings/secret-text';

const COMMIT = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b';
const KEY = 'Zk3v9QpLx7mN2bR8tY';

test.each([
  ...['password', 'PASSWORD', 'passwd', 'passphrase', 'pwd', 'pass', 'MINIO_ROOT_PASSWORD', 'rootPassword'],
  ...['redis.password', 'my-pwd', 'dbPass', 'login_pass', 'rootpassword', 'adminPwd'],
])('"%s" names a password', (name) => {
  expect(secretOfName(name, 'abcd')).toMatchObject({ wellKnown: false });
  expect(secretOfName(name, 'abc')).toBeUndefined();
  expect(secretOfName(name, ' Secret ')).toMatchObject({ wellKnown: true });
  expect(secretOfName(name, '${A}')).toBeUndefined();
});

test.each([
  ...['secret', 'CLIENT_SECRET', 'token', 'API_TOKEN', 'secretkey', 'secret_key', 'SECRET_ACCESS_KEY'],
  ...['secretAccessKey', 'apikey', 'api-key', 'private.key', 'PRIVATE_KEY', 'encryption_key', 'authKey'],
  ...['credential', 'credentials'],
])('"%s" names a key, which looks like one', (name) => {
  expect(secretOfName(name, ` ${KEY} `)).toMatchObject({ wellKnown: false });
  expect(secretOfName(name, 'hunter22')).toBeUndefined();
  expect(secretOfName(name, 'secret')).toBeUndefined();
  expect(secretOfName(name, 'minioadmin')).toMatchObject({ wellKnown: true });
  expect(secretOfName(name, `$${KEY}`)).toBeUndefined();
});

test.each([
  'bypass',
  'compass',
  'password_file',
  'passwords',
  'secretName',
  'tokenizer',
  'accesskey',
  'key',
  'keys',
])('"%s" names neither', (name) => {
  expect(secretOfName(name, KEY)).toBeUndefined();
});

test.each([
  ...[
    '',
    '$A',
    '%A%',
    '[a]',
    '(a)',
    '{a}',
    '<a>',
    '/run/a',
    './a',
    '../a',
    '@a',
    'file:a',
    'vault:a',
    'ref+a',
  ],
  ...['ENC[a', 'AgBa', 'a${b}', 'a$(b)', 'a{{b}}', 'a<the key>'],
  ...['***', 'xxx', '...', 'true', 'false', 'null', 'none', 'nil', 'yes', 'no', '0', '123456', 'Your key'],
  ...[
    'my key',
    'some key',
    'insert key',
    'enter-key',
    'replace it',
    'redacted',
    'placeholder',
    'example.com',
  ],
  ...['todo', 'FIXME!', 'to-be-done', 'to_be', 'your_key', 'replace_me', 'insert-key', 'replaceme'],
  ...['key_here'],
])('"%s" stands for a value', (text) => {
  expect(isReference(text)).toBe(true);
});

test.each([
  ...[
    'a',
    'a/b',
    'a@b',
    'a$b',
    'a{b}',
    'a<b',
    'a-file:a',
    'a..b',
    'xyz',
    'truest',
    'nobody',
    '1234567',
    'yours',
  ],
  ...[
    'mykey',
    'something',
    'examples',
    'replacemewith',
    'here',
    'not none',
    'a true',
    'the example',
    'a_heretic',
  ],
])('"%s" is a value', (text) => {
  expect(isReference(text)).toBe(false);
});

test.each([
  'a1b2c3d4e5f6g7h8',
  'aabbccdd11223456',
  'X9gitlab_a-runner-main',
  'gitlab-runner2-main_X',
  `x${COMMIT}`,
  `${COMMIT}1`,
  'minio-1a2b3c4d5e.example',
])('"%s" looks like a key', (text) => {
  expect(isRandom(text)).toBe(true);
});

test.each([
  ...[
    'a1b2c3d4e5f6g7h',
    'a1b2c3d4 e5f6g7h8',
    'abcdefghijklmnopq',
    '01234567890123456789',
    'aabbccdd11223345',
  ],
  ...['gitlab-runner2-of-main', COMMIT, `${COMMIT}${COMMIT.slice(0, 24)}`],
  ...['123e4567-e89b-12d3-a456-426614174000', 'sha256:a1b2c3d4e5f6g7h8', 'SHA1-a1b2c3d4e5f6g7h8'],
  ...[
    'svc',
    'local',
    'com',
    'io',
    'org',
    'net',
    'key',
    'pem',
    'crt',
    'json',
    'yaml',
    'toml',
    'sh',
    'svc:9000',
  ].map((end) => `minio-1a2b3c4d5e.${end}`),
])('"%s" looks like a name', (text) => {
  expect(isRandom(text)).toBe(false);
});

test.each([
  'minio123',
  'a: "minioadmin"',
  'user minio123, that is all',
  '--password=hunter22',
  `mc --secret-key="${KEY}" ls`,
  `{"token": "${KEY}", "a": 1}`,
  'pass=hunter22; echo',
  "password: 'two words'",
  'user=a password=hunter22',
])('There is one in %s', (line) => {
  expect(secretsIn(line)).toHaveLength(1);
  expect(secretsIn(`a\n${line}\nb`)).toMatchObject([{ line: 1 }]);
});

test.each([
  'minio1234 minioadmin/path xminio123',
  '$PASSWORD=hunter22',
  '${A:-password=hunter22}',
  'a{password=hunter22}',
  'password=$(cat /a) token=${A}',
  'password=hunter22$(cat /a)',
  'pwd=a',
  Buffer.from('nothing secret in here').toString('base64'),
  `\u0000${KEY}`,
])('There is none in %s', (line) => {
  expect(secretsIn(line)).toEqual([]);
});
