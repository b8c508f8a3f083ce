import { saidBy } from './messages';

interface Parts {
  readonly kind?: string;
  readonly spec?: string;
  readonly pod?: string;
  readonly container: string;
}

function workload({ kind = 'Deployment', spec = '{}', pod = '{}', container }: Parts): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata: { name: a, namespace: b }
spec:
  <<: ${spec}
  selector: { matchLabels: { app: a } }
  template:
    metadata: { labels: { app: a }, annotations: { hash: one } }
    spec:
      <<: ${pod}
      containers: [${container}]
`;
}

function replaced(parts: Parts): readonly string[] {
  const before = workload(parts);
  return saidBy('pods-replaced', before, before.replace('hash: one', 'hash: two'));
}

const ANEW = 'its pods are made anew (annotation "hash")';
const MINIO =
  '{ name: minio, image: "minio/minio:1", args: [server, /data], volumeMounts: [{ name: data, mountPath: /data }, { name: tmp, mountPath: /tmp }] }';
const WEB = '{ name: c, ports: [{ containerPort: 80 }] }';
const RUNNER = 'name: gitlab-runner, image: "gitlab/gitlab-runner:v19.4.0"';
const REWRITES = 'command: [/usr/bin/dumb-init, --rewrite, "15:3", --, gitlab-runner]';
const CLAIM = '{ name: data, persistentVolumeClaim: { claimName: c } }';
const TMP = '{ name: tmp, emptyDir: {} }';
const RECREATE = '{ strategy: { type: Recreate } }';
const MISSES = '; until it is up again jobs miss their cache';

test.each<readonly [string, Parts, string]>([
  ['of two pods', { spec: '{ replicas: 2, strategy: { type: Recreate } }', container: '{ name: c }' }, ''],
  ['of one pod that waits for the next', { container: '{ name: c }' }, ''],
  [
    'of one pod that goes first',
    { spec: RECREATE, container: WEB },
    '; nobody answers until the new pod is ready',
  ],
  ['of one pod that goes first, and that nobody asks', { spec: RECREATE, container: '{ name: c }' }, ''],
  [
    'of one pod that may be missing',
    { spec: '{ strategy: { rollingUpdate: { maxUnavailable: 1 } } }', container: WEB },
    '; nobody answers until the new pod is ready',
  ],
  [
    'of a store with one pod',
    { spec: RECREATE, pod: `{ volumes: [${CLAIM}, ${TMP}] }`, container: MINIO },
    MISSES,
  ],
  [
    'of a store in an emptyDir',
    { spec: RECREATE, pod: `{ volumes: [{ name: data, emptyDir: {} }, ${TMP}] }`, container: MINIO },
    MISSES,
  ],
  [
    'of a store with four pods',
    { kind: 'StatefulSet', spec: '{ replicas: 4 }', pod: `{ volumes: [${CLAIM}] }`, container: MINIO },
    '',
  ],
  ['of a store whose new pod comes first', { pod: `{ volumes: [${CLAIM}] }`, container: MINIO }, ''],
  [
    'of a client of the store',
    { spec: RECREATE, container: '{ name: minio, image: "minio/mc:1", args: [mirror] }' },
    '',
  ],
  [
    'of a runner on SIGTERM',
    { container: `{ ${RUNNER} }` },
    '; running jobs are cut, unless the image itself asks for SIGQUIT',
  ],
  [
    'of a runner that gets SIGQUIT',
    { pod: '{ terminationGracePeriodSeconds: 3600 }', container: `{ ${RUNNER}, ${REWRITES} }` },
    '; running jobs finish first, and what still runs after 3600 seconds is cut',
  ],
  [
    'of a runner with the usual time',
    { container: `{ ${RUNNER}, lifecycle: { preStop: { exec: { command: [kill, -QUIT, "1"] } } } }` },
    '; running jobs finish first, and what still runs after 30 seconds is cut',
  ],
])('The outage %s', (_, parts, outage) => {
  expect(replaced(parts)).toEqual([`${ANEW}${outage}`]);
});

test.each([
  ['leads', '{ app: a }', '; nobody answers until the new pod is ready'],
  ['does not lead', '{ app: b }', ''],
])('A Service that %s to a pod says whether somebody asks it', (_, selector, outage) => {
  const service = `---\napiVersion: v1\nkind: Service\nmetadata: { name: a, namespace: b }\nspec: { selector: ${selector} }\n`;
  const before = workload({ spec: RECREATE, container: '{ name: c }' }) + service;
  expect(saidBy('pods-replaced', before, before.replace('hash: one', 'hash: two'))).toEqual([
    `${ANEW}${outage}`,
  ]);
});

test('It is the old pod that lets jobs finish, not the new one', () => {
  const [before, after] = [
    workload({ container: `{ ${RUNNER} }` }),
    workload({ container: `{ ${RUNNER}, ${REWRITES} }` }),
  ];
  expect(saidBy('pods-replaced', before, after)[0]).toMatch(/running jobs are cut/);
  expect(saidBy('pods-replaced', after, before)[0]).toMatch(/running jobs finish first/);
  const [short, long] = [60, 90].map((seconds) =>
    workload({
      pod: `{ terminationGracePeriodSeconds: ${String(seconds)} }`,
      container: `{ ${RUNNER}, ${REWRITES} }`,
    }),
  );
  expect(saidBy('pods-replaced', short!, long!)[0]).toMatch(/after 60 seconds/);
});

test('What changes is called only an image tag where nothing else does', () => {
  const of = (image: string, more = ''): string =>
    workload({ container: `{ name: c, image: "${image}"${more} }` });
  expect(saidBy('pods-replaced', of('a:1'), of('a:2'))).toEqual([
    'its pods are made anew (only an image tag: image of "c")',
  ]);
  expect(saidBy('pods-replaced', of('a:1'), of('b:1'))[0]).toContain('(image of "c")');
  expect(saidBy('pods-replaced', of('a:1'), of('a:2', ', args: [x]'))[0]).toContain(
    '(image of "c", args of "c")',
  );
  expect(saidBy('pods-replaced', of('a:1'), of('a:2').replace('hash: one', 'hash: two'))[0]).toContain(
    '(image of "c", annotation "hash")',
  );
});

test('Below a partition pods stay', () => {
  const spec = '{ replicas: 3, updateStrategy: { rollingUpdate: { partition: 2 } } }';
  expect(replaced({ kind: 'StatefulSet', spec, container: '{ name: c }' })).toEqual([
    `its pods from number 2 on are made anew (annotation "hash")`,
  ]);
});
