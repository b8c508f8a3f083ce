import { KEY_CHECKS } from '../../../src/checks/references/keys';
import { toldBy } from '../told';
import { named, object } from './objects';

const told = toldBy(KEY_CHECKS);
const SECRET = object('Secret', { stringData: { user: 'a', password: 'b' } }, 'keys');
const MAP = object('ConfigMap', { data: { 'a.sh': '', b: '' } }, 'files');
const pod = (container: object, volume: object = {}): object =>
  object('Pod', { spec: { volumes: [{ name: 'v', ...volume }], containers: [{ name: 'a', ...container }] } });
const env = (key: string, more: object = {}): object =>
  pod({ env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'keys', key, ...more } } }] });
const mount = (subPath: string, volume: object, name = 'v'): object =>
  pod(
    {
      volumeMounts: [
        { name: 'other', mountPath: '/b' },
        { name, mountPath: '/a', subPath },
      ],
    },
    volume,
  );
const role = (resources: readonly string[], verbs: readonly string[], name = 'keys'): object =>
  object('Role', { rules: [{ apiGroups: [''], resources, verbs, resourceNames: [name] }] });
const OF_SECRET = { secret: { secretName: 'keys' } };
const OF_MAP = { configMap: { name: 'files' } };
const KEY = 'key-missing spec.containers[0].env[0].valueFrom.secretKeyRef.key';
const FILE = 'mounted-file-missing spec.containers[0].volumeMounts[1].subPath';

test.each([
  ['a key that is there', [env('user'), SECRET]],
  ['a key that may be missing', [env('token', { optional: true }), SECRET]],
  ['a Secret of which no file tells', [env('token')]],
  ['a Secret that something fills', [env('token'), SECRET, role(['secrets'], ['patch'])]],
  ['a Secret that something updates', [env('token'), SECRET, role(['secrets', 'pods'], ['get', 'update'])]],
  ['a Secret with which something may do all', [env('token'), SECRET, role(['*'], ['*'])]],
  ['a Secret as a whole', [pod({ envFrom: [{ secretRef: { name: 'keys' } }] }), SECRET]],
  ['a file that is there', [mount('a.sh', OF_MAP), MAP]],
  [
    'a folder of the volume as a whole',
    [pod({ volumeMounts: [{ name: 'v', mountPath: '/a' }] }, OF_MAP), MAP],
  ],
  [
    'a file under the name that the volume gives it',
    [mount('c', { configMap: { name: 'files', items: [{ key: 'b', path: 'c' }] } }), MAP],
  ],
  [
    'a folder that such a name makes',
    [mount('bin', { configMap: { name: 'files', items: [{ key: 'b', path: 'bin/c' }] } }), MAP],
  ],
  [
    'a folder in it',
    [mount('bin/d', { configMap: { name: 'files', items: [{ key: 'b', path: 'bin/d/c' }] } }), MAP],
  ],
  [
    'a volume that may be missing',
    [mount('none', { secret: { secretName: 'keys', optional: true } }), SECRET],
  ],
  ['a folder of a claim', [mount('data', { persistentVolumeClaim: { claimName: 'a' } })]],
  ['a volume of another name', [mount('none', OF_MAP, 'w'), MAP]],
  ['a ConfigMap of which no file tells', [mount('none', OF_MAP)]],
  ['the certificate of the cluster', [mount('ca.crt', { configMap: { name: 'kube-root-ca.crt' } })]],
  ['a ConfigMap of the mesh', [mount('root-cert.pem', { configMap: { name: 'istio-ca-root-cert' } })]],
])('Nothing is told of %s', (_, objects) => {
  expect(told(...objects)).toEqual([]);
});

test.each([
  [KEY, [env('token'), SECRET]],
  [KEY, [env('token'), SECRET, role(['secrets'], ['get'])]],
  [KEY, [env('token'), SECRET, role(['deployments'], ['patch'])]],
  [KEY, [env('token'), SECRET, role(['secrets'], ['patch'], 'other')]],
  [
    KEY,
    [
      env('token'),
      SECRET,
      named(
        object('Role', { rules: [{ resources: ['secrets'], verbs: ['patch'], resourceNames: ['keys'] }] }),
        { namespace: 'b' },
      ),
    ],
  ],
  [FILE, [mount('none', OF_MAP), MAP]],
  [FILE, [mount('none', OF_SECRET), SECRET]],
  [FILE, [mount('a', OF_MAP), MAP]],
  [FILE, [mount('b', { configMap: { name: 'files', items: [{ key: 'b', path: 'c' }] } }), MAP]],
  [FILE, [mount('a.sh/deep', OF_MAP), MAP]],
  [FILE, [mount('ca.pem', { configMap: { name: 'kube-root-ca.crt' } })]],
])('%s is told', (field, objects) => {
  expect(told(...objects)).toEqual([field]);
});
