import { UNUSED_CHECKS } from '../../../src/checks/references/unused';
import { found } from '../case';
import { toldBy } from '../told';
import { named, object, workload } from './objects';

const told = toldBy(UNUSED_CHECKS);
const KINDS = ['ConfigMap', 'Secret', 'PersistentVolumeClaim'] as const;
const PODS = workload('Deployment');
const UNUSED = ['unused-object metadata.name'];
const role = (kind: string, rule: object): object => ({
  ...object('Role', { rules: [{ verbs: ['get'], ...rule }] }),
  kind,
});
const pod = (text: string): object => object('Pod', { spec: { containers: [{ name: 'a', args: [text] }] } });

test.each(KINDS)('A %s that nobody names is told', (kind) => {
  const one = object(kind, {}, 'alone');
  expect(told(one, PODS)).toEqual(UNUSED);
  expect(told(one)).toEqual([]);
  expect(told(named(one, { namespace: 'b' }), PODS)).toEqual([]);
  expect(told(one, pod('alone'))).toEqual([]);
  expect(told(one, pod('--from=ci/alone'))).toEqual([]);
  expect(told(one, pod('alone-too'))).toEqual(UNUSED);
  expect(told(one, named(PODS, { labels: { a: 'alone' } }))).toEqual(UNUSED);
  expect(told({ ...one, metadata: { namespace: 'ci' } }, PODS)).toEqual([]);
});

test.each([
  ['ConfigMap', 'configmaps'],
  ['Secret', 'secrets'],
])('A %s may be read by who may read all %s', (kind, resource) => {
  const one = object(kind, {}, 'alone');
  for (const resources of [[resource], ['*'], ['pods', resource]]) {
    expect(told(one, PODS, role('Role', { resources }))).toEqual([]);
    expect(told(one, PODS, role('ClusterRole', { resources }))).toEqual([]);
    expect(told(one, PODS, named(role('Role', { resources }) as typeof PODS, { namespace: 'b' }))).toEqual(
      UNUSED,
    );
    expect(told(one, PODS, role('Role', { resources, resourceNames: ['other'] }))).toEqual(UNUSED);
  }
  expect(told(one, PODS, role('Role', { resources: ['pods'] }))).toEqual(UNUSED);
});

test('What is nearly named is told at the name', () => {
  const naming = (name: string): object =>
    object('Pod', { spec: { containers: [{ name: 'a', envFrom: [{ secretRef: { name } }] }] } });
  expect(told(object('Secret', {}, 's3access'), naming('s3acess'))).toEqual([]);
  expect(told(object('Secret', {}, 's3access'), naming('far-away'))).toEqual(UNUSED);
});

test('Where a file cannot be read, it may be named there', () => {
  const text = [object('Secret', {}, 'alone'), PODS].map((one) => JSON.stringify(one)).join('\n---\n');
  expect(found(text, UNUSED_CHECKS)).toHaveLength(1);
  expect(found(`${text}\n#@ b.yaml\na: [\n`, UNUSED_CHECKS)).toEqual([]);
});
