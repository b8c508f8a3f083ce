import { judge } from '../../../src/checks/judge';
import { NEWEST, release } from '../../../src/api/release';
import { SCHEMA_CHECKS } from '../../../src/checks/schema';
import { System } from '../../../src/system/system';
import { manifestsOf } from '../../../src/manifests/manifests';
import { object, told } from './told';

const configMap = (rest: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n${rest}`;
const pod = (container: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, image: b, ${container} }] }`;

test.each([
  ['null is absence', configMap('data: null\nimmutable: null\n')],
  ['whole floats are whole numbers', pod('ports: [{ containerPort: 80.0 }]')],
  ['a date is text', configMap('data: { day: 2026-01-31 }\n')],
  ['a quantity may be a number', pod('resources: { limits: { cpu: 0.5, memory: 1e9 } }')],
  [
    'a request may equal its limit, written otherwise',
    pod('resources: { requests: { cpu: 1000m }, limits: { cpu: 1 } }'),
  ],
  [
    'keys of annotations may have capitals in their prefix',
    'apiVersion: v1\nkind: Namespace\nmetadata: { name: a, annotations: { Example.com/a: b } }\n',
  ],
  [
    'a Role may have a name with colons',
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: "system:a" }\n',
  ],
  [
    'one port may be TCP and UDP',
    pod('ports: [{ containerPort: 53 }, { containerPort: 53, protocol: UDP }]'),
  ],
  [
    'what only a generated name has is named',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: { generateName: a- }\n',
  ],
  [
    'a headless Service needs no ports',
    'apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec: { clusterIP: None }\n',
  ],
  [
    'lists of custom kinds may be empty',
    'apiVersion: argoproj.io/v1alpha1\nkind: AppProject\nmetadata: { name: a }\nspec: { destinations: [] }\n',
  ],
  [
    'sources of an Application are known',
    'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: a }\nspec: { project: a, destination: {}, sources: [{ chart: b }] }\n',
  ],
  [
    'an alpha version may be switched on',
    'apiVersion: resource.k8s.io/v1alpha3\nkind: ResourceClaim\nmetadata: { name: a }\n',
  ],
  ['what looks like no object is none', 'kind: of blue\nname: a\n'],
])('%s', (_, text) => {
  expect(told(text)).toEqual([]);
});

test('an unknown custom kind is told once', () => {
  const text = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: a }\n---\n'.repeat(3);
  expect(told(text)).toEqual(['unknown-custom-kind kind']);
});

test('a field of a newer release is told only where the release is known', () => {
  const text = pod('restartPolicyRules: [{ action: Restart }]');
  expect(told(text, release('1.27'))).toContain(
    'field-of-other-release spec.containers.0.restartPolicyRules',
  );
  expect(told(text, release('1.36'))).toEqual([]);
  expect(told(text)).toEqual([]);
});

test('a volume of a StatefulSet may be a claim', () => {
  const text = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: a }
spec:
  selector: { matchLabels: { a: b } }
  template:
    metadata: { labels: { a: b, c: d } }
    spec: { containers: [{ name: a, image: b, volumeMounts: [{ name: data, mountPath: /data }] }] }
  volumeClaimTemplates:
    - metadata: { name: data }
      spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`;
  expect(told(text)).toEqual([]);
  expect(told(text.replace('name: data, mount', 'name: date, mount'))).toEqual([
    'mount-without-volume spec.template.spec.containers.0.volumeMounts.0.name',
  ]);
});

test('no shape of an object is too strange to be judged', () => {
  const shapes = ['null', '1', '"a"', '[]', '[[]]', '[null]', '{}', '{ a: [1] }', 'true'];
  const kinds = [
    ['v1', 'Pod'],
    ['v1', 'Service'],
    ['apps/v1', 'Deployment'],
    ['batch/v1', 'CronJob'],
    ['v1', 'Secret'],
  ];
  for (const [version = '', kind = ''] of kinds) {
    for (const shape of shapes) {
      const head = `apiVersion: ${version}\nkind: ${kind}\n`;
      expect(() => told(`${head}metadata: ${shape}\nspec: ${shape}\ndata: ${shape}\n`)).not.toThrow();
      expect(() =>
        told(`${head}spec: { template: ${shape}, containers: ${shape}, ports: ${shape} }\n`),
      ).not.toThrow();
      expect(() =>
        told(
          `${head}spec: { template: { spec: { containers: [${shape}] } }, containers: [{ ports: [${shape}], env: ${shape}, resources: { limits: ${shape} } }] }\n`,
        ),
      ).not.toThrow();
    }
  }
});

test.each(['1.27', '1.37'])('a claim asks for storage, which no container does, in %s', (kubernetes) => {
  const claim = `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a }\nspec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }\n`;
  expect(told(claim, release(kubernetes))).toEqual([]);
  expect(told(pod('resources: { requests: { storage: 1Gi } }'), release(kubernetes))).not.toEqual([]);
});

test('what the API server fills in is missing nowhere', () => {
  const password = object('generators.external-secrets.io/v1alpha1', 'Password');
  expect(told(`${password}spec: { length: 16 }\n`)).toEqual([]);
  const store = object('external-secrets.io/v1', 'ExternalSecret');
  expect(told(`${store}spec: { dataFrom: [{ extract: {} }] }\n`)).toEqual([
    'missing-field spec.dataFrom.0.extract',
  ]);
});

test('a file of Kustomize has no CustomResourceDefinition that one could look into', () => {
  expect(told(object('kustomize.config.k8s.io/v1beta1', 'Kustomization'))).toEqual([]);
  expect(told(object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization'))).toEqual([
    'unknown-custom-kind kind',
  ]);
});

test('of what SOPS has encrypted nothing is told but that', () => {
  const secret = `${object('v1', 'Secret')}type: kubernetes.io/dockerconfigjson\ndata: { .dockerconfigjson: "ENC[AES256_GCM,data:a]" }\n`;
  expect(told(`${secret}sops: { version: 3.7.1 }\n`)).toEqual([]);
  expect(told(secret)).not.toEqual([]);
});

const remedies = (text: string): readonly string[] =>
  judge(new System(manifestsOf([{ path: 'a.yaml', text }]), NEWEST), SCHEMA_CHECKS).map(
    ({ remedy }) => remedy,
  );

test('a kubeconfig is told as what it is', () => {
  expect(remedies('apiVersion: v1\nkind: Config\n')).toEqual([expect.stringContaining('a kubeconfig')]);
  expect(remedies('apiVersion: v1\nkind: ConfigMapp\nmetadata: { name: a }\n')).toEqual([
    'write "apiVersion: v1" and "kind: ConfigMap"',
  ]);
});

test('only a Secret has a field for what is not base64', () => {
  const webhook = `${object('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration')}webhooks: [{ name: a.b.c, admissionReviewVersions: [v1], sideEffects: None, clientConfig: { url: "https://a.b", caBundle: "???" } }]\n`;
  expect(remedies(`${object('v1', 'Secret')}data: { a: "???" }\n`)).toEqual([
    'encode the value by base64, or write it as it is under "stringData"',
  ]);
  expect(remedies(webhook)).toEqual(['encode the value by base64']);
});
