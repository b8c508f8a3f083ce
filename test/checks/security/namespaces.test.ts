import { SECURITY_CHECKS } from '../../../src/checks/security';
import { found } from '../case';
import { told } from './told';

const POD_SECURITY = 'pod-security.kubernetes.io/';
const namespace = (labels: Readonly<Record<string, string>>, name = 'ci'): object => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name,
    labels: Object.fromEntries(Object.entries(labels).map(([key, value]) => [POD_SECURITY + key, value])),
  },
});
const container = { name: 'a', securityContext: { privileged: true } };
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a', namespace: 'ci' },
  spec: { automountServiceAccountToken: false, containers: [container] },
};
const job = {
  ...pod,
  apiVersion: 'batch/v1',
  kind: 'Job',
  spec: { template: { metadata: { annotations: {} }, spec: pod.spec } },
};
const PRIVILEGED = 'spec.containers[0].securityContext.privileged';
const checksOf = (...objects: readonly object[]): readonly string[] =>
  told(...objects).filter((one) => one.endsWith(PRIVILEGED));

test.each([
  ['latest', { enforce: 'privileged', 'enforce-version': 'latest' }],
  ['the first release', { enforce: 'privileged', 'enforce-version': 'v1.0' }],
  ['a release of two digits', { enforce: 'privileged', 'enforce-version': 'v1.32' }],
  [
    'three levels',
    { enforce: 'restricted', 'enforce-version': 'v1.32', audit: 'baseline', warn: 'privileged' },
  ],
])('A namespace may say %s', (_, labels) => {
  expect(told(namespace(labels))).toEqual([]);
});

test.each([
  ['enforce', { enforce: 'Restricted' }],
  ['audit', { enforce: 'privileged', audit: 'strict' }],
  ['warn', { enforce: 'privileged', warn: '' }],
  ...['1.32', 'v1', 'v1.032', 'v1.32.1', 'xv1.32', 'v2.0'].map(
    (version) => ['enforce-version', { enforce: 'baseline', 'enforce-version': version }] as const,
  ),
  ['warn-version', { enforce: 'privileged', 'warn-version': 'newest' }],
] as readonly (readonly [string, Readonly<Record<string, string>>])[])(
  '%s may not be %j',
  (label, labels) => {
    expect(told(namespace(labels))).toEqual([`pod-security-label metadata.labels."${POD_SECURITY}${label}"`]);
  },
);

test('Each namespace but those of Kubernetes says what it enforces', () => {
  const unset = `pod-security-unset metadata.labels."${POD_SECURITY}enforce"`;
  expect(told(namespace({ warn: 'restricted' }))).toEqual([unset]);
  expect(told(namespace({}, 'my-kube-tools'))).toEqual([unset]);
  expect(told(namespace({}, 'kube-system'))).toEqual([]);
});

test('A pod is told once, by who asks most sternly', () => {
  const of = (labels: Readonly<Record<string, string>>): readonly string[] =>
    checksOf(namespace(labels), pod);
  expect(of({ enforce: 'baseline', warn: 'restricted', audit: 'baseline' })).toEqual([
    `pod-security-enforced ${PRIVILEGED}`,
  ]);
  expect(of({ enforce: 'privileged', warn: 'baseline', audit: 'baseline' })).toEqual([
    `pod-security-announced ${PRIVILEGED}`,
  ]);
  expect(of({ enforce: 'privileged', audit: 'restricted' })).toEqual([
    `pod-security-announced ${PRIVILEGED}`,
  ]);
  expect(of({ warn: 'baseline' })).toEqual([`pod-security-baseline ${PRIVILEGED}`]);
  expect(of({ enforce: 'privileged' })).toEqual([]);
  expect(checksOf(pod)).toEqual([`pod-security-baseline ${PRIVILEGED}`]);
  expect(checksOf(namespace({ enforce: 'privileged' }, 'other'), pod)).toEqual([
    `pod-security-baseline ${PRIVILEGED}`,
  ]);
});

test('Of a Pod the refusal is told, of what makes pods that none comes up', () => {
  const messageOf = (one: object): string | undefined =>
    found(
      [namespace({ enforce: 'baseline' }), one].map((each) => JSON.stringify(each)).join('\n---\n'),
      SECURITY_CHECKS,
    ).find(({ check }) => check === 'pod-security-enforced')?.message;
  expect(messageOf(pod)).toMatch(/forbids: the API server refuses it$/);
  expect(messageOf(job)).toMatch(/forbids: the Job is taken and none of its pods comes up$/);
});

test('Who warns and who audits is told', () => {
  const messageOf = (mode: string): string | undefined =>
    found(
      [namespace({ enforce: 'privileged', [mode]: 'baseline' }), pod]
        .map((each) => JSON.stringify(each))
        .join('\n---\n'),
      SECURITY_CHECKS,
    )[0]?.message;
  expect(messageOf('warn')).toMatch(/lets it pass, but warns of it$/);
  expect(messageOf('audit')).toMatch(/lets it pass, but has it in the audit log$/);
});

test('An annotation is told at the template', () => {
  const metadata = { annotations: { 'container.apparmor.security.beta.kubernetes.io/a': 'unconfined' } };
  const spec = { template: { metadata, spec: { ...pod.spec, containers: [] } } };
  expect(told(namespace({ enforce: 'baseline', 'enforce-version': 'v1.32' }), { ...job, spec })).toEqual([
    'pod-security-enforced spec.template.metadata.annotations."container.apparmor.security.beta.kubernetes.io/a"',
  ]);
  const seccomp = { annotations: { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' } };
  const old = namespace({ enforce: 'baseline', 'enforce-version': 'v1.18' });
  expect(told(old, { ...job, spec: { template: { ...spec.template, metadata: seccomp } } })).toEqual([
    'pod-security-enforced spec.template.metadata.annotations."seccomp.security.alpha.kubernetes.io/pod"',
  ]);
});
