import { STORE_CHECKS } from '../../../src/checks/references/store-data';
import { VOLUME_CHECKS } from '../../../src/checks/references/volumes';
import { toldBy } from '../told';
import { object, workload } from './objects';

const told = toldBy([...STORE_CHECKS, ...VOLUME_CHECKS]);
const SERVER = {
  name: 'minio',
  image: 'minio/minio:1',
  args: ['server', '/data'],
  volumeMounts: [{ name: 'data', mountPath: '/data' }],
};
const store = (server: object = {}, pods: object = {}): object =>
  workload(
    'Deployment',
    {},
    {
      containers: [{ ...SERVER, ...server }],
      volumes: [{ name: 'data', emptyDir: {} }],
      ...pods,
    },
  );
const beside = (mount: object): object =>
  store(
    {},
    { containers: [SERVER, { name: 'b', volumeMounts: [{ name: 'other', mountPath: '/c' }, mount] }] },
  );
const maker = (kind: string, container: object, pods: object = {}): object =>
  workload(kind, {}, { containers: [{ name: 'b', ...container }], ...pods }, `maker-${kind.toLowerCase()}`);
const JOB = maker('Job', { args: ['mc mb store/a'] });
const SCRIPT = object('ConfigMap', { data: { 'a.sh': 'mc mb store/a' } }, 'scripts');
const MOUNTED = [
  { name: 'other', emptyDir: {} },
  { name: 's', configMap: { name: 'scripts' } },
];
const LOST = ['bucket-lost-with-pod spec.template.spec.volumes[0].emptyDir'];
const onlyLost = (...objects: readonly object[]): readonly string[] =>
  told(...objects).filter((one) => one.startsWith('bucket'));

test.each([
  ['mc mb', JOB],
  ['a command', maker('Job', { command: ['aws', 's3api create-bucket --bucket a'] })],
  ['the chart’s function', maker('Job', { args: ['makeBucket a'] })],
  ['a folder', maker('Job', { args: ['mkdir /data/a'] })],
  ['a variable', maker('Job', { env: [{ name: 'MINIO_DEFAULT_BUCKETS', value: 'a' }] })],
  ['a hook of its life', maker('Job', { lifecycle: { postStart: { exec: { command: ['mc mb a/b'] } } } })],
])('A bucket that a Job makes by %s is lost with the pod', (_, job) => {
  expect(onlyLost(store(), job)).toEqual(LOST);
});

test('Its script may be mounted', () => {
  expect(onlyLost(store(), maker('Job', {}, { volumes: MOUNTED }), SCRIPT)).toEqual(LOST);
  const projected = [
    { name: 's', projected: { sources: [{ secret: { name: 'a' } }, { configMap: { name: 'scripts' } }] } },
  ];
  expect(onlyLost(store(), maker('Job', {}, { volumes: projected }), SCRIPT)).toEqual(LOST);
  expect(onlyLost(store(), maker('Job', {}, { volumes: MOUNTED }))).toEqual([]);
});

test.each([
  ['nothing makes it', [store()]],
  ['a Job does something else', [store(), maker('Job', { args: ['mc ready store'] })]],
  ['something that stays makes it too', [store(), JOB, maker('Deployment', { args: ['mc mb store/a'] })]],
  [
    'the data are on a claim',
    [store({}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'a' } }] }), JOB],
  ],
  ['another folder is the emptyDir', [store({ volumeMounts: [{ name: 'data', mountPath: '/tmp' }] }), JOB]],
  ['a folder of a longer name is', [store({ volumeMounts: [{ name: 'data', mountPath: '/dat' }] }), JOB]],
  ['the program is another one', [store({ image: 'alpine:3.22' }), JOB]],
])('No bucket is lost where %s', (_, objects) => {
  expect(onlyLost(...objects)).toEqual([]);
});

test('Data below what is mounted are in it', () => {
  const below = { args: ['server', '/data/a'] };
  for (const mountPath of ['/data', '/data/', '/'])
    expect(onlyLost(store({ ...below, volumeMounts: [{ name: 'data', mountPath }] }), JOB)).toEqual(LOST);
  expect(onlyLost(store({ ...below, volumeMounts: [{ name: 'data', mountPath: '/x/data' }] }), JOB)).toEqual(
    [],
  );
  expect(onlyLost(store({ args: ['server', '/x/data/a'] }), JOB)).toEqual([]);
});

test('Who writes beside the server is told, and who reads is not', () => {
  const mount = { name: 'data', mountPath: '/d' };
  const shared = ['store-data-shared spec.template.spec.containers[1].volumeMounts[1].name'];
  expect(told(beside(mount))).toEqual(shared);
  expect(told(beside({ ...mount, readOnly: false }))).toEqual(shared);
  expect(told(beside({ ...mount, readOnly: true }))).toEqual([]);
  expect(told(beside({ ...mount, name: 'more' }))).toEqual([]);
  const init = { initContainers: [{ name: 'b', volumeMounts: [mount] }] };
  expect(told(store({}, init))).toEqual([]);
});

test('A volume is mounted as files or as a device, by any container', () => {
  const idle = (containers: readonly object[], volume: object = { name: 'v' }): readonly string[] =>
    told(object('Pod', { spec: { containers, volumes: [{ name: 'w', emptyDir: {} }, volume] } }));
  const w = { name: 'a', volumeMounts: [{ name: 'w', mountPath: '/w' }] };
  expect(idle([w, { name: 'b', volumeMounts: [{ name: 'v', mountPath: '/v' }] }])).toEqual([]);
  expect(idle([w, { name: 'b', volumeDevices: [{ name: 'v', devicePath: '/v' }] }])).toEqual([]);
  expect(idle([w])).toEqual(['volume-nobody-mounts spec.volumes[1].name']);
  expect(idle([w], { emptyDir: {} })).toEqual([]);
  expect(idle([])).toEqual([]);
});
