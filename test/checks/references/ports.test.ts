import { PORT_CHECKS } from '../../../src/checks/references/ports';
import { ROUTE_CHECKS } from '../../../src/checks/references/routes';
import { found } from '../case';
import { toldBy } from '../told';
import { object, workload } from './objects';

const told = toldBy([...PORT_CHECKS, ...ROUTE_CHECKS]);
const service = (...ports: readonly object[]): object =>
  object('Service', { spec: { selector: { app: 'app' }, ports } });
const pods = (ports: readonly object[], more: object = {}, name = 'app'): object =>
  workload('Deployment', {}, { containers: [{ name: 'a', ports }], ...more }, name);
const sidecar = (restartPolicy: string): object => ({
  initContainers: [{ name: 'b', restartPolicy, ports: [{ name: 's3', containerPort: 9000 }] }],
});
const probing = (path: readonly string[], port: unknown): object =>
  object('Pod', {
    spec: {
      containers: [
        {
          name: 'a',
          ports: [{ name: 'web', containerPort: 80 }, { containerPort: 81 }],
          ...(path.reduceRight<unknown>((value, field) => ({ [field]: value }), { port }) as object),
        },
      ],
    },
  });
const ingress = (port: object): object => ({
  ...object('Ingress', { spec: { defaultBackend: { service: { name: 'app', port } } } }),
  apiVersion: 'networking.k8s.io/v1',
});
const S3 = { name: 's3', containerPort: 9000 };
const PORT = 'service-port-not-in-pods spec.ports[0].port';
const TARGET = 'service-port-not-in-pods spec.ports[0].targetPort';
const BACKEND = 'backend-port-missing spec.defaultBackend.service.port';

test.each([
  ['a number that leads to itself', [service({ port: 9000 }), pods([S3])]],
  [
    'a number that leads to another',
    [service({ port: 80, targetPort: 9000 }), pods([{ containerPort: 1 }, S3])],
  ],
  ['a name', [service({ port: 80, targetPort: 's3' }), pods([{ name: 'a', containerPort: 1 }, S3])]],
  ['a number where one of the pods says no port', [service({ port: 80 }), pods([S3]), pods([], {}, 'b')]],
  [
    'a container beside that says no port',
    [service({ port: 80 }), pods([], { containers: [{ name: 'a', ports: [S3] }, { name: 'b' }] })],
  ],
  [
    'a name that one of two workloads has',
    [service({ port: 80, targetPort: 's3' }), pods([S3]), pods([], {}, 'b')],
  ],
  [
    'a port of an init container that stays',
    [service({ port: 80, targetPort: 's3' }), pods([], sidecar('Always'))],
  ],
  ['UDP to UDP', [service({ port: 53, protocol: 'UDP' }), pods([{ containerPort: 53, protocol: 'UDP' }])]],
  ['TCP in words', [service({ port: 9000, protocol: 'TCP' }), pods([S3])]],
  [
    'a port that the Service of an Ingress has',
    [ingress({ number: 80 }), service({ port: 79 }, { port: 80 })],
  ],
  ['a port by name', [ingress({ name: 'web' }), service({ port: 1 }, { port: 80, name: 'web' })]],
  ['an Ingress that says no port', [ingress({}), service({ port: 80 })]],
  ['a Service without ports', [ingress({ number: 80 }), service()]],
  ['a Service of which no file tells', [ingress({ number: 80 })]],
  ['a probe at a port by name', [probing(['livenessProbe', 'httpGet'], 'web')]],
  ['a probe at a number', [probing(['livenessProbe', 'tcpSocket'], 8080)]],
  ['a probe at a number in quotes', [probing(['livenessProbe', 'httpGet'], '8080')]],
])('Nothing is told of %s', (_, objects) => {
  expect(told(...objects)).toEqual([]);
});

test.each([
  [PORT, [service({ port: 80 }), pods([S3])]],
  [TARGET, [service({ port: 80, targetPort: 80 }), pods([S3])]],
  [TARGET, [service({ port: 80, targetPort: 'web' }), pods([S3])]],
  [TARGET, [service({ port: 80, targetPort: 'web' }), pods([])]],
  [TARGET, [service({ port: 80, targetPort: 's3' }), pods([], sidecar('Never'))]],
  [TARGET, [service({ port: 80, targetPort: 's3', protocol: 'UDP' }), pods([S3])]],
  [PORT, [service({ port: 9000, protocol: 'UDP' }), pods([S3])]],
  [
    PORT,
    [
      service({ port: 80 }),
      pods([S3], { ephemeralContainers: [{ name: 'b', ports: [{ containerPort: 80 }] }] }),
    ],
  ],
  [`${BACKEND}.number`, [ingress({ number: 81 }), service({ port: 80 }, { port: 79 })]],
  [`${BACKEND}.name`, [ingress({ name: 's3' }), service({ port: 80, name: 'web' })]],
  ...[
    ['livenessProbe', 'httpGet'],
    ['livenessProbe', 'tcpSocket'],
    ['readinessProbe', 'httpGet'],
    ['startupProbe', 'tcpSocket'],
    ['lifecycle', 'postStart', 'httpGet'],
    ['lifecycle', 'preStop', 'tcpSocket'],
  ].map(
    (path) =>
      [`probe-port-missing spec.containers[0].${path.join('.')}.port`, [probing(path, 's3')]] as const,
  ),
  [
    'probe-port-missing spec.containers[0].livenessProbe.httpGet.port',
    [probing(['livenessProbe', 'httpGet'], 'web2')],
  ],
  [
    'probe-port-missing spec.containers[0].livenessProbe.httpGet.port',
    [probing(['livenessProbe', 'httpGet'], '80s3')],
  ],
] as readonly (readonly [string, readonly object[]])[])('%s is told', (field, objects) => {
  expect(told(...objects)).toEqual([field]);
});

test('Of a Service the ports that it has are named, as they were asked for', () => {
  const remedyOf = (port: object): string | undefined =>
    found(
      [ingress(port), service({ port: 80 }, { port: 79, name: 'web' })]
        .map((one) => JSON.stringify(one))
        .join('\n---\n'),
      ROUTE_CHECKS,
    )[0]?.remedy;
  expect(remedyOf({ number: 81 })).toBe('name a port of the Service: 80, 79');
  expect(remedyOf({ name: 's3' })).toBe('name a port of the Service: "web"');
});
