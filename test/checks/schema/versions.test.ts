import { judge } from '../../../src/checks/judge';
import { release, type Release } from '../../../src/api/release';
import { SCHEMA_CHECKS } from '../../../src/checks/schema';
import { System } from '../../../src/system/system';
import { manifestsOf } from '../../../src/manifests/manifests';
import { object, told } from './told';

const identity = (text: string, kubernetes?: Release) =>
  told(text, kubernetes).filter((finding) => /^(?:api-version-not-served|unknown-kind) /.test(finding));

test.each([
  ['came as v1beta1 and went before the newest release', 'networking.k8s.io/v1beta1', 'ServiceCIDR'],
  [
    'was v1alpha1 in the oldest release',
    'admissionregistration.k8s.io/v1beta1',
    'ValidatingAdmissionPolicyBinding',
  ],
  ['is known by its name alone', 'storagemigration.k8s.io/v1alpha1', 'StorageVersionMigration'],
  ['is in the oldest release', 'flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema'],
])('between two known releases nobody knows whether a version is served that %s', (_, version, kind) => {
  expect(identity(object(version, kind), release('1.31'))).toEqual([]);
});

test.each([
  ['1.33', 'apps/v1beta1', 'Deployment'],
  ['1.33', 'flowcontrol.apiserver.k8s.io/v1beta1', 'FlowSchema'],
  ['1.37', 'networking.k8s.io/v1beta1', 'ServiceCIDR'],
  ['1.37', 'events.k8s.io/v1beta1', 'Event'],
  ['1.27', 'resource.k8s.io/v1beta1', 'ResourceClaim'],
  ['1.33', 'xxx', 'ConfigMap'],
  ['1.33', 'apps/x2', 'Deployment'],
])('Kubernetes %s does not serve %s of %s', (kubernetes, version, kind) => {
  expect(identity(object(version, kind), release(kubernetes))).toEqual(['api-version-not-served apiVersion']);
});

test('a version that is gone is told of the release that was asked for', () => {
  const system = new System(
    manifestsOf([{ path: 'a.yaml', text: object('batch/v1beta1', 'CronJob') }]),
    release('1.33'),
  );
  expect(judge(system, SCHEMA_CHECKS).map(({ message }) => message)).toContainEqual(
    expect.stringContaining('Kubernetes 1.33 does not serve "batch/v1beta1" of CronJob'),
  );
});
