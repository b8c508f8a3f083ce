import { breaches, pod } from './pods';

const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/main';
const SECCOMP = 'seccomp.security.alpha.kubernetes.io/pod';
const OF_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/main';
const annotated = (standard: string, name: string, value: string): readonly string[] =>
  breaches(standard, pod(), { [name]: value });

test.each(['', 'runtime/default', 'localhost/mine'])('AppArmor’s annotation may say "%s"', (profile) => {
  expect(annotated('baseline:latest', APPARMOR, profile)).toEqual([]);
});

test.each(['unconfined', 'runtime/default2', 'my-localhost/mine'])(
  'AppArmor’s annotation may not say "%s"',
  (profile) => {
    expect(annotated('baseline:latest', APPARMOR, profile)).toEqual([
      `appArmorProfile metadata.annotations."${APPARMOR}"`,
    ]);
  },
);

test('An annotation that only ends like that of AppArmor is another one', () => {
  expect(annotated('baseline:latest', `my-${APPARMOR}`, 'unconfined')).toEqual([]);
});

test.each([SECCOMP, OF_CONTAINER])('Until 1.19 seccomp is said by %s', (name) => {
  const told = [`seccompProfile_baseline metadata.annotations."${name}"`];
  for (const profile of ['unconfined', 'runtime/default2', 'my-localhost/mine'])
    expect(annotated('baseline:v1.18', name, profile)).toEqual(told);
  for (const profile of ['runtime/default', 'docker/default', 'localhost/mine'])
    expect(annotated('baseline:v1.18', name, profile)).toEqual([]);
  expect(annotated('baseline:v1.0', name, 'unconfined')).toEqual(told);
  expect(annotated('baseline:v1.19', name, 'unconfined')).toEqual([]);
});

test('The seccomp of a container that the pod has not is nobody’s', () => {
  expect(annotated('baseline:v1.18', OF_CONTAINER.replace('main', 'other'), 'unconfined')).toEqual([]);
});
