import { HARDENING_CHECKS } from '../../../src/checks/hardening';
import type { Finding } from '../../../src/findings/finding';
import { found } from '../case';

const of = (id: string, text: string): readonly Finding[] =>
  found(
    text,
    HARDENING_CHECKS.filter((check) => check.id === id),
  );

const pod = (container: string, spec = '', kind = 'Deployment', more = ''): string => `apiVersion: apps/v1
kind: ${kind}
metadata: { name: minio, namespace: minio, labels: { app: minio } }
spec:
  ${more}
  template:
    metadata: { labels: { app: minio } }
    spec:
      containers: [{ name: minio, image: "minio:1.2", ${container} }]
      ${spec}
`;
const preStop = (hook: string): string => `lifecycle: { preStop: ${hook} }`;
const job = (spec: string, kind = 'Job'): string =>
  `apiVersion: batch/v1\nkind: ${kind}\nmetadata: { name: a, namespace: b }\nspec: ${spec}\n`;
const live = (timing: string): string => `livenessProbe: { tcpSocket: { port: 1 }, ${timing} }`;
const MOUNT = 'volumeMounts: [{ name: data, mountPath: /data }]';
const CLAIM = 'volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }]';
const user = (rest: string): string => `securityContext: { ${rest} }`;

const service = (spec: string, annotations = ''): string =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: a, namespace: b, annotations: { ${annotations} } }\nspec: { ${spec} }\n`;

/** What looks like a fault and is none. */
const SILENT: readonly (readonly [string, string, string])[] = [
  ['startup-probe', 'there is no liveness probe', pod('')],
  ['startup-probe', 'a startup probe comes first', pod(`${live('periodSeconds: 1')}, startupProbe: {}`)],
  ['startup-probe', 'the delay is long', pod(live('initialDelaySeconds: 60'))],
  ['startup-probe', 'a minute of failures passes first', pod(live('periodSeconds: 20'))],
  ['startup-probe', 'a Job ends by itself', pod(live(''), '', 'Job').replace('apps/v1', 'batch/v1')],
  ['grace-period', 'the hook ends in time', pod(preStop('{ sleep: { seconds: 29 } }'))],
  ['grace-period', 'no pause is in the command', pod(preStop('{ exec: { command: [nginx, -s, quit] } }'))],
  ['grace-period', 'a word only ends in it', pod(preStop('{ exec: { command: [oversleep, "60"] } }'))],
  ['grace-period', 'minutes are no seconds', pod(preStop('{ exec: { command: [sleep, 60m] } }'))],
  ['grace-period', 'a Deployment may be killed at once', pod('', 'terminationGracePeriodSeconds: 0')],
  ['job-limit', 'each index has its own limit', job('{ backoffLimitPerIndex: 1 }')],
  ['job-limit', 'it is not tried again', job('{ backoffLimit: 0 }')],
  ['job-deadline', 'its pods have a deadline', job('{ template: { spec: { activeDeadlineSeconds: 60 } } }')],
  [
    'job-deadline',
    'the template of a CronJob has one',
    job('{ jobTemplate: { spec: { activeDeadlineSeconds: 60 } } }', 'CronJob'),
  ],
  ['volume-group', 'the image says who writes', pod(MOUNT, CLAIM)],
  ['volume-group', 'root writes', pod(`${MOUNT}, ${user('runAsUser: 0')}`, CLAIM)],
  [
    'volume-group',
    'the pod is gone with its volume',
    pod(MOUNT, `${user('runAsUser: 1')}\n      volumes: [{ name: data, emptyDir: {} }]`),
  ],
  [
    'volume-group',
    'nothing is written there',
    pod(MOUNT.replace('}]', ', readOnly: true }]'), `${CLAIM}\n      ${user('runAsUser: 1')}`),
  ],
  [
    'volume-group',
    'the claim is mounted to be read',
    pod(
      MOUNT,
      `${CLAIM.replace('claimName: data', 'claimName: data, readOnly: true')}\n      ${user('runAsUser: 1')}`,
    ),
  ],
  [
    'volume-group',
    'an init container gives the volume to its user',
    pod(
      `${MOUNT}, ${user('runAsUser: 1')}`,
      `${CLAIM}\n      initContainers: [{ name: own, command: [chown], ${MOUNT} }]`,
    ),
  ],
  ['volume-group', 'it is said', pod(MOUNT, `${CLAIM}\n      ${user('runAsUser: 1, fsGroup: 1')}`)],
  [
    'volume-group-change',
    'somebody wants all of them changed',
    pod(MOUNT, `${CLAIM}\n      ${user('fsGroup: 1, fsGroupChangePolicy: Always')}`),
  ],
  [
    'volume-group-change',
    'an emptyDir holds nothing at a start',
    pod(MOUNT, `${user('fsGroup: 1')}\n      volumes: [{ name: data, emptyDir: {} }]`),
  ],
  ['root-group', 'the groups are others', pod('', user('fsGroup: 1, supplementalGroups: [1, 100]'))],
  [
    'load-balancer',
    'a range says who comes in',
    service('type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]'),
  ],
  [
    'load-balancer',
    'Azure keeps it internal',
    service('type: LoadBalancer', 'service.beta.kubernetes.io/azure-load-balancer-internal: "true"'),
  ],
  [
    'load-balancer',
    'Google keeps it internal',
    service('type: LoadBalancer', 'networking.gke.io/load-balancer-type: Internal'),
  ],
  ['load-balancer', 'it is for the cluster', service('type: ClusterIP')],
  [
    'label-part-of',
    'the object says it',
    pod('').replace('{ app: minio } }\nspec', '{ app: minio, tier: store } }\nspec'),
  ],
  [
    'label-part-of',
    'the pods say it',
    pod('').replace(
      'labels: { app: minio } }\n    spec',
      'labels: { app: minio, "app.kubernetes.io/version": "1" } }\n    spec',
    ),
  ],
  ['label-part-of', 'it has no name either, which is told', pod('').replaceAll('app: minio', 'a: b')],
];

test.each(SILENT)('%s is silent: %s', (id, _, text) => {
  expect(HARDENING_CHECKS.map((check) => check.id)).toContain(id);
  expect(of(id, text)).toEqual([]);
});

test.each([
  [
    'an annotation says that it is open',
    'service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing',
  ],
  ['an annotation denies it', 'service.beta.kubernetes.io/azure-load-balancer-internal: "false"'],
  ['the annotation is about the kind of balancer', 'service.beta.kubernetes.io/aws-load-balancer-type: nlb'],
  ['its range holds all', 'service.beta.kubernetes.io/load-balancer-source-ranges: 0.0.0.0/0'],
])('a load balancer is told of where %s', (_, annotation) => {
  expect(of('load-balancer', service('type: LoadBalancer', annotation))).toHaveLength(1);
});

test.each([
  ['29 seconds of 29', 'terminationGracePeriodSeconds: 29', '{ sleep: { seconds: 29 } }'],
  ['the default, by a path', '', '{ exec: { command: [/bin/sleep, "30"] } }'],
  ['the longest of two', '', '{ exec: { command: [sh, -c, "sleep 1; sleep 40s"] } }'],
])('a hook that takes all of the grace period is told: %s', (_, spec, hook) => {
  const [finding] = of('grace-period', pod(preStop(hook), spec));
  expect(finding).toMatchObject({
    severity: 'warning',
    field: 'spec.template.spec.terminationGracePeriodSeconds',
  });
});

test.each([
  ['', 1],
  ['terminationGracePeriodSeconds: 59', 1],
  ['terminationGracePeriodSeconds: 60', 0],
])('a runner whose jobs are cut off is noted (%j)', (spec, count) => {
  const config = `---
apiVersion: v1
kind: ConfigMap
metadata: { name: runner, namespace: minio }
data: { config.toml: "[[runners]]\\n  executor = 'kubernetes'\\n" }
`;
  const text = pod(
    'volumeMounts: [{ name: config, mountPath: /config }]',
    `${spec}\n      volumes: [{ name: config, configMap: { name: runner } }]`,
  );
  expect(of('grace-period', text + config).map(({ severity }) => severity)).toEqual(
    Array<string>(count).fill('note'),
  );
  expect(of('grace-period', text)).toEqual([]);
  const registers = text.replace('kind: Deployment', 'kind: Job').replace('apps/v1', 'batch/v1');
  expect(of('grace-period', registers + config)).toEqual([]);
});

test('a startup is told with the seconds that it has', () => {
  const [finding] = of(
    'startup-probe',
    pod(live('initialDelaySeconds: 5, periodSeconds: 4, failureThreshold: 0')),
  );
  expect(finding?.message).toBe(
    'Container "minio" is restarted some 17 seconds after its start, where it is not up by then',
  );
});
