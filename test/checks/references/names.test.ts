import { NAME_CHECKS } from '../../../src/checks/references/names';
import { NAMESPACE_CHECKS } from '../../../src/checks/references/namespaces';
import { found } from '../case';
import { named, object } from './objects';

type Fields = ReturnType<typeof object>;

const findings = (objects: readonly object[], more = ''): readonly string[] =>
  found(objects.map((one) => JSON.stringify(one)).join('\n---\n') + more, [
    ...NAME_CHECKS,
    ...NAMESPACE_CHECKS,
  ]).map(({ check, severity }) => `${check} ${severity}`);
const pod = (spec: object): Fields => object('Pod', { spec: { containers: [], ...spec } });
const reading = (...names: readonly string[]): Fields =>
  pod({ containers: names.map((name) => ({ name: 'a', envFrom: [{ secretRef: { name } }] })) });
const account = (name: string): Fields => object('ServiceAccount', {}, name);
const MISSING = ['named-object-missing error'];
const UNSEEN = ['not-in-these-files note'];
const runsAs = (serviceAccountName: string): Fields => pod({ serviceAccountName });

test('Who brings accounts to a namespace brings all of them', () => {
  expect(findings([runsAs('a'), account('a')])).toEqual([]);
  expect(findings([runsAs('a'), account('far-away')])).toEqual(MISSING);
  expect(findings([runsAs('a')])).toEqual(UNSEEN);
  expect(findings([runsAs('a'), named(account('far-away'), { namespace: 'b' })])).toEqual(UNSEEN);
  const inSystem = [runsAs('a'), account('far-away')].map((one) => named(one, { namespace: 'kube-system' }));
  expect(findings(inSystem)).toEqual(UNSEEN);
});

test('Of Services a namespace may have more than those of the files; one that is misspelled is told', () => {
  const entry = (name: string): Fields => ({
    ...object('Ingress', { spec: { defaultBackend: { service: { name, port: { number: 80 } } } } }),
    apiVersion: 'networking.k8s.io/v1',
  });
  const service = object('Service', {}, 'frontend');
  expect(findings([entry('frontend'), service])).toEqual([]);
  expect(findings([entry('fronted'), service])).toEqual(MISSING);
  expect(findings([entry('billing'), service])).toEqual(UNSEEN);
});

test('A pod starts without what none of its containers mounts, but not without a claim', () => {
  const mounting = (volume: object, name: string): Fields =>
    pod({
      containers: [{ name: 'a', volumeMounts: [{ name, mountPath: '/a' }] }],
      volumes: [{ name: 'v', ...volume }],
    });
  const volumes = [
    { secret: { secretName: 'keys' } },
    { configMap: { name: 'keys' } },
    { projected: { sources: [{ secret: { name: 'keys' } }] } },
  ];
  for (const volume of volumes) {
    expect(findings([mounting(volume, 'v')])).toEqual(UNSEEN);
    expect(findings([mounting(volume, 'w')])).toEqual([]);
  }
  expect(findings([mounting({ persistentVolumeClaim: { claimName: 'data' } }, 'w')])).toEqual(UNSEEN);
  const device = pod({
    containers: [{ name: 'a', volumeDevices: [{ name: 'v', devicePath: '/dev/a' }] }],
    volumes: [{ name: 'v', secret: { secretName: 'keys' } }],
  });
  expect(findings([device])).toEqual(UNSEEN);
});

test('Where a file cannot be read, it may be in it', () => {
  expect(findings([runsAs('a'), account('far-away')], '\n#@ b.yaml\na: [\n')).toEqual(UNSEEN);
});

test('Secrets come from elsewhere as often as not', () => {
  expect(findings([reading('a'), object('Secret', {}, 'far-away')])).toEqual(UNSEEN);
  expect(findings([reading('a'), named(object('Secret', {}, 'a'), { namespace: 'b' })])).toEqual([
    'named-object-elsewhere error',
  ]);
});

test('A name that is nearly that of something idle is a slip of the pen', () => {
  const slip = ['not-in-these-files warning'];
  expect(findings([reading('s3acess'), object('Secret', {}, 's3access')])).toEqual(slip);
  expect(findings([reading('s3acess', 's3access'), object('Secret', {}, 's3access')])).toEqual(UNSEEN);
  expect(findings([reading('s3acess'), object('ConfigMap', {}, 's3access')])).toEqual(UNSEEN);
});

test('What is not there is told once, where it is named first', () => {
  const places = found(JSON.stringify(reading('a', 'a', 'b')), NAME_CHECKS).map(({ path }) => path[2]);
  expect(places).toEqual([0, 2]);
});

test('Kind, name and namespace are told', () => {
  const [finding] = found(
    [runsAs('a'), account('far-away')].map((one) => JSON.stringify(one)).join('\n---\n'),
    NAME_CHECKS,
  );
  expect(finding?.message).toMatch(/^There is no ServiceAccount "a" in namespace "ci": /);
});

test('Where files make namespaces, they make all but those of Kubernetes', () => {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'ci' } };
  const inside = (name: string): Fields => named(object('Secret'), { namespace: name });
  expect(findings([namespace, object('Secret')])).toEqual([]);
  expect(findings([object('Secret')])).toEqual([]);
  expect(findings([namespace, inside('other'), inside('other')])).toEqual(['namespace-nobody-makes note']);
  const application = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' };
  expect(findings([namespace, { ...inside('argocd'), ...application }])).toEqual([]);
  for (const name of ['default', 'kube-system', 'kube-public', 'kube-node-lease'])
    expect(findings([namespace, inside(name)])).toEqual([]);
});
