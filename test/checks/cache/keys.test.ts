import {
  from,
  IMAGE,
  inFile,
  inTemplate,
  KEYS,
  running,
  S3ACCESS,
  s3accessAs,
  secret,
  toldOfKeys,
} from './systems';

const account = (annotations: object): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'a', namespace: 'ci', annotations },
  });
const NONE = ['cache-keys-missing'];
const BOTH = 'AccessKey = "a"\nSecretKey = "b"';

test.each([
  'AWS_PROFILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'AWS_CONFIG_FILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_ROLE_ARN',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
])('Keys may come by %s', (name) => {
  expect(toldOfKeys(inFile(''), running([from('CI_SERVER_TOKEN'), { name, value: 'a' }]))).toEqual([]);
  for (const other of [`MY_${name}`, 'AWS_PROFILES', 'AWS_REGION'])
    expect(toldOfKeys(inFile(''), running([{ name: other, value: 'a' }]))).toEqual(NONE);
});

test.each(['eks.amazonaws.com/role-arn', 'iam.gke.io/gcp-service-account'])(
  'Keys may come by an account with %s',
  (key) => {
    const pods = running([], [], { serviceAccountName: 'a' });
    expect(toldOfKeys(inFile(''), pods, account({ note: 'a', [key]: 'a' }))).toEqual([]);
    expect(toldOfKeys(inFile(''), pods, account({ [`my.${key}`]: 'a' }))).toEqual(NONE);
  },
);

test.each([
  ['both keys in the environment', [inFile(''), running(KEYS)]],
  ['both keys in the file', [inFile(BOTH), running([])]],
  ['both, said to be there', [inFile(`AuthenticationType = "access-key"\n${BOTH}`), running([])]],
  [
    'envFrom',
    [inFile(''), running([], [], { initContainers: [{ name: 'b', image: IMAGE, envFrom: [{}] }] })],
  ],
  ['a template that nobody mounts', [inTemplate()]],
  [
    'a template beside a Secret',
    [inTemplate(), running([], [S3ACCESS]), secret('s3access', { accesskey: 'a', b: 'c' })],
  ],
  [
    'a template beside a Secret that is filled later',
    [inTemplate(), running([], [S3ACCESS]), secret('s3access', {})],
  ],
  ['a template beside a Secret of which no file tells', [inTemplate(), running([], [S3ACCESS])]],
  [
    'a template beside a Secret whose key gets its name',
    [inTemplate(), running([], [s3accessAs({ b: 'b', a: 'accesskey' })])],
  ],
  [
    'a template with keys for the registration',
    [inTemplate(), running([{ name: 'CACHE_S3_ACCESS_KEY', value: 'a' }])],
  ],
  [
    'a template whose keys are told to be there, and are mounted',
    [inTemplate('AuthenticationType = "access-key"'), running([], [S3ACCESS])],
  ],
])('No key is missed with %s', (_, objects) => {
  expect(toldOfKeys(...objects)).toEqual([]);
});

test.each([
  ['one key in the environment', [inFile(''), running([from('AWS_ACCESS_KEY_ID')])]],
  ['the other key in the environment', [inFile(''), running([from('AWS_SECRET_ACCESS_KEY')])]],
  ['one key in the file', [inFile('AuthenticationType = "access-key"\nAccessKey = "a"'), running(KEYS)]],
  [
    'an empty key in the file',
    [inFile('AuthenticationType = "access-key"\nAccessKey = "a"\nSecretKey = ""'), running([])],
  ],
  ['empty keys and nothing said', [inFile('AccessKey = ""\nSecretKey = ""'), running([])]],
  ['keys in the file, and iam in capitals', [inFile(`AuthenticationType = "IAM"\n${BOTH}`), running([])]],
  ['a Secret beside a file that is no template', [inFile(''), running([], [S3ACCESS])]],
  [
    'CACHE_S3_ACCESS_KEY beside a file that is no template',
    [inFile(''), running([{ name: 'CACHE_S3_ACCESS_KEY', value: 'a' }])],
  ],
  [
    'a ConfigMap beside a template',
    [inTemplate(), running([], [{ name: 'b', configMap: { name: 's3access' } }])],
  ],
  ['a Secret of which another key is mounted', [inTemplate(), running([], [s3accessAs({ a: 'b' })])]],
  ['a Secret of something else', [inTemplate(), running([], [S3ACCESS]), secret('s3access', { token: 'a' })]],
])('Keys are missed with %s', (_, objects) => {
  expect(toldOfKeys(...objects)).toEqual(NONE);
});
