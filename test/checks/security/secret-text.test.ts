import { secretOfName, secretsIn } from '../../../src/findings/secret-text';

const DIGEST = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

test.each([
  `image: docker.io/library/alpine@sha256:${DIGEST}`,
  `checksum/secrets: ${DIGEST}`,
  'token = "${CI_SERVER_TOKEN}"',
  'PASSWORD=$(cat /run/secrets/password)',
  'MINIO_ROOT_PASSWORD_FILE=/run/secrets/secret_key',
  'http://minio.minio.svc:9000/bucket',
  'http://${USER}:${PASSWORD}@minio:9000',
  '-----BEGIN CERTIFICATE-----',
  'secretName: minio-root',
  '["PASSWORD=$(PASSWORD)"]',
  'PASSWORD=part"$REST"',
  'token: 123e4567-e89b-12d3-a456-426614174000',
  'secret: gitlab-runner-token-of-main',
])('%s is no secret', (line) => {
  expect(secretsIn(line)).toEqual([]);
});

test.each([
  ['-----BEGIN RSA PRIVATE KEY-----', 'a private key'],
  ['x: glrt-abcdefghijklmnopqrst', 'a GitLab token'],
  ['curl http://root:Zk3v9QpLx7@minio:9000', 'a URL with a password'],
  ['PASSWORD=hunter22', 'a value for "PASSWORD"'],
  ['["PASSWORD=hunter22"]', 'a value for "PASSWORD"'],
  ['["--password=hunter22", "run"]', 'a value for "password"'],
  ["env: ['PASSWORD=hunter22']", 'a value for "PASSWORD"'],
])('%s is one', (line, what) => {
  expect(secretsIn(line)).toEqual([{ what, wellKnown: false, line: 0 }]);
});

test('base64 hides nothing', () => {
  const encoded = Buffer.from('http://root:Zk3v9QpLx7@minio').toString('base64');
  expect(secretsIn(`config: ${encoded}`)).toMatchObject([{ what: 'a URL with a password, in base64' }]);
});

test('a name that says secret asks for a value that looks like one', () => {
  expect(secretOfName('API_TOKEN', 'default')).toBeUndefined();
  expect(secretOfName('API_TOKEN', 'Zk3v9QpLx7mN2bR8tY')).toBeDefined();
  expect(secretOfName('IMAGE', 'Zk3v9QpLx7mN2bR8tY')).toBeUndefined();
});
