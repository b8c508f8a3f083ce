import { CLAIM_CHECKS } from '../../../src/checks/references/claims';
import { toldBy } from '../told';
import { named, object, workload } from './objects';

const told = toldBy(CLAIM_CHECKS);
const claim = (...accessModes: readonly string[]): object =>
  object('PersistentVolumeClaim', { spec: { accessModes } }, 'data');
const ONCE = claim('ReadWriteOnce');
const PODS = {
  volumes: [
    { name: 'tmp', emptyDir: {} },
    { name: 'data', persistentVolumeClaim: { claimName: 'data' } },
  ],
};
const using = (kind: string, spec = {}, name = 'app'): ReturnType<typeof object> =>
  workload(kind, spec, PODS, name);
const rolling = (maxSurge: unknown): object => ({ strategy: { rollingUpdate: { maxSurge } } });
const SHARED = 'claim-shared spec.template.spec.volumes[1].persistentVolumeClaim.claimName';

test.each([
  ['a claim of which no file tells', [using('Deployment')]],
  ['a claim for many nodes', [using('Deployment'), using('Job', {}, 'backup'), claim('ReadWriteMany')]],
  ['a claim that many nodes may have too', [using('Deployment'), claim('ReadWriteOnce', 'ReadWriteMany')]],
  ['a claim without modes', [using('Deployment'), claim()]],
  ['a claim of another namespace', [named(using('Deployment'), { namespace: 'other' }), ONCE]],
  ['a Deployment without pods', [using('Deployment', { replicas: 0 }), ONCE]],
  ['Recreate', [using('Deployment', { replicas: 1, strategy: { type: 'Recreate' } }), ONCE]],
  ['a rollout that takes the old pod first', [using('Deployment', rolling(0)), ONCE]],
  ['the same in percent', [using('Deployment', rolling('0%')), ONCE]],
  ['a StatefulSet, which replaces one by one', [using('StatefulSet', { replicas: 2 }), ONCE]],
  ['a Deployment of another group', [{ ...using('Deployment'), apiVersion: 'example.com/v1' }, ONCE]],
  [
    'a claim that a workload mounts twice',
    [workload('Job', {}, { volumes: [PODS.volumes[1], PODS.volumes[1]] }), ONCE],
  ],
  [
    'a volume whose claim has no name',
    [workload('Deployment', {}, { volumes: [{ persistentVolumeClaim: {} }] }), ONCE],
  ],
])('Nothing is told of %s', (_, objects) => {
  expect(told(...objects)).toEqual([]);
});

test.each([
  ['claim-blocks-rollout spec.strategy', [using('Deployment'), ONCE]],
  ['claim-blocks-rollout spec.strategy', [using('Deployment'), claim('ReadWriteOncePod')]],
  ['claim-blocks-rollout spec.strategy', [using('Deployment', rolling(1)), ONCE]],
  ['claim-blocks-rollout spec.strategy', [using('Deployment', { replicas: 1, ...rolling('25%') }), ONCE]],
  ['claim-blocks-rollout spec.strategy', [using('Deployment', { replicas: '3' }), ONCE]],
  [
    'claim-blocks-rollout spec.replicas',
    [using('Deployment', { replicas: 2, strategy: { type: 'Recreate' } }), ONCE],
  ],
  [SHARED, [using('Job'), using('Job', {}, 'backup'), ONCE]],
])('%s is told', (field, objects) => {
  expect(told(...objects)).toEqual([field]);
});
