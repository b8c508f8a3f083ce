import { told } from './told';

const metadata = { name: 'a', namespace: 'ci' };
const KEY = 'Zk3v9QpLx7mN2bR8tY';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const object = (kind: string, more: object): object => ({ apiVersion: 'v1', kind, metadata, ...more });
const annotated = (annotations: object): object =>
  object('Service', { metadata: { ...metadata, annotations } });
const container = (more: object): object =>
  object('Pod', {
    spec: { automountServiceAccountToken: false, containers: [{ name: 'a' }, { name: 'b', ...more }] },
  });
const env = (name: string, value: unknown): object => container({ env: [{ name: 'A' }, { name, value }] });
const template = (annotations: object): object => ({
  ...object('Deployment', {
    spec: { template: { metadata: { annotations }, spec: { automountServiceAccountToken: false } } },
  }),
  apiVersion: 'apps/v1',
});
const SECOND = 'spec.containers[1]';

/** Where a text can stand that anybody reads, by the check that tells of it. */
const ROOMS: readonly (readonly [string, string, (name: string, text: string) => object])[] = [
  ['secret-in-configmap', 'data.NAME', (name, text) => object('ConfigMap', { data: { [name]: text } })],
  [
    'secret-in-configmap',
    'binaryData.NAME',
    (name, text) => object('ConfigMap', { binaryData: { [name]: base64(text) } }),
  ],
  ['secret-in-env', `${SECOND}.env[1].value`, env],
  [
    'secret-in-command',
    `${SECOND}.command[1]`,
    (name, text) => container({ command: ['sh', `export ${name}=${text}`] }),
  ],
  ['secret-in-command', `${SECOND}.args[0]`, (name, text) => container({ args: [`--${name}=${text}`] })],
  ['secret-in-command', `${SECOND}.args[1]`, (name, text) => container({ args: [`--${name}`, text] })],
  [
    'secret-in-command',
    `${SECOND}.args[0]`,
    (name, text) => container({ args: [base64(`${name}=${text}`)] }),
  ],
  ['secret-in-annotation', 'metadata.annotations.NAME', (name, text) => annotated({ [name]: text })],
  [
    'secret-in-annotation',
    'metadata.annotations.note',
    (name, text) => annotated({ note: base64(`${name}: ${text}`) }),
  ],
  [
    'secret-in-annotation',
    'spec.template.metadata.annotations.NAME',
    (name, text) => template({ [name]: text }),
  ],
];

test.each(ROOMS)('%s: a key is told at %s', (id, field, put) => {
  expect(told(put('SECRET_KEY', KEY))).toEqual([`${id} ${field.replace('NAME', 'SECRET_KEY')}`]);
});

test.each(ROOMS)('%s: one that everybody knows is told as such at %s', (_, field, put) => {
  for (const text of ['minioadmin', 'minio123', 'changeme'])
    expect(told(put('PASSWORD', text))).toEqual([`secret-well-known ${field.replace('NAME', 'PASSWORD')}`]);
});

test.each(ROOMS)('%s: a name for a key, a reference and a file are no secret at %s', (_, __, put) => {
  for (const text of ['$(SECRET_KEY)', 's3access', '/run/secrets/key', 'gitlab-runner-token-of-main'])
    expect(told(put('SECRET_KEY', text))).toEqual([]);
});

test.each([
  ['a number for a name', env('PASSWORD', 12345678)],
  ['a name without a value', env('PASSWORD', undefined)],
  ['a flag behind a flag', container({ args: ['--password', '--verbose-mode'] })],
  ['a word behind a flag that is no flag', container({ args: ['password', 'reset-it'] })],
  ['a word behind a flag that has its value', container({ args: ['--password=$(A)', 'serverhost'] })],
  ['a picture in binary', object('ConfigMap', { binaryData: { token: 'iVBORw0KGgoAAAANSUhEUgAA' } })],
])('Nothing is told of %s', (_, one) => {
  expect(told(one)).toEqual([]);
});

test('An annotation of a Pod is told once', () => {
  const pod = object('Pod', {
    metadata: { ...metadata, annotations: { 'my-password': KEY } },
    spec: { automountServiceAccountToken: false },
  });
  expect(told(pod)).toEqual(['secret-in-annotation metadata.annotations.my-password']);
});

test('A file of a ConfigMap is read line by line, whatever its name', () => {
  const data = { password: `# a file\nuser = a\npassword = "${KEY}"\n` };
  expect(told(object('ConfigMap', { data }))).toEqual(['secret-in-configmap data.password']);
  expect(told(object('ConfigMap', { data: { password: 'user = a\nhost = b\n' } }))).toEqual([]);
});
