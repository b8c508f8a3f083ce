import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { kubernetesSchema, NEWEST, OLDEST } from './kubernetes-schema';
import {
  EXAMPLES,
  exampleConfiguration,
  manifestsOf,
  modelOf,
  REPOSITORY,
  type ManifestObject,
} from './load';
import { refusedBy } from './releases';

const DEPLOYMENT = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'a' },
  spec: {
    replicas: 1,
    selector: { matchLabels: { a: 'b' } },
    template: {
      metadata: { labels: { a: 'b' } },
      spec: {
        containers: [
          {
            name: 'a',
            image: 'a:1',
            resources: { limits: { cpu: 1, memory: '1Gi' } },
            ports: [{ containerPort: 80 }],
          },
        ],
      },
    },
  },
} as const;

const changed = (fields: object): object => ({ ...DEPLOYMENT, spec: { ...DEPLOYMENT.spec, ...fields } });
const container = (fields: object): object => {
  const { template } = DEPLOYMENT.spec;
  const containers = [{ ...template.spec.containers[0], ...fields }];
  return changed({ template: { ...template, spec: { containers } } });
};

const REFUSED: readonly (readonly [string, object, string])[] = [
  ['an unknown field', changed({ replcas: 1 }), '/spec/replcas is unknown'],
  [
    'an unknown field deep inside',
    container({ imagePolicy: 'Always' }),
    '/spec/template/spec/containers/0/imagePolicy is unknown',
  ],
  ['an unknown field beside all', { ...DEPLOYMENT, labels: {} }, '/labels is unknown'],
  ['a wrong type', changed({ replicas: '1' }), '/spec/replicas must be integer'],
  [
    'a number where text belongs',
    { ...DEPLOYMENT, metadata: { labels: { a: 1 } } },
    '/metadata/labels/a must be string',
  ],
  [
    'an integer that is too large',
    changed({ replicas: 2 ** 31 }),
    '/spec/replicas must match format "int32"',
  ],
  [
    'a missing required field',
    changed({ selector: undefined }),
    "/spec must have required property 'selector'",
  ],
  ['null', changed({ replicas: null }), '/spec/replicas must be integer'],
  [
    'a boolean as a port',
    container({ livenessProbe: { tcpSocket: { port: true } } }),
    '/spec/template/spec/containers/0/livenessProbe/tcpSocket/port must match exactly one schema in oneOf',
  ],
  [
    'data that is no base64',
    { apiVersion: 'v1', kind: 'Secret', data: { a: 'x y' } },
    '/data/a must match format "byte"',
  ],
  ['an unknown kind', { ...DEPLOYMENT, kind: 'Deploiment' }, 'apps/v1 Deploiment: there is no such kind in'],
  ['a kind in another group', { ...DEPLOYMENT, apiVersion: 'v1' }, 'v1 Deployment: there is no such kind in'],
];

describe.each([OLDEST, NEWEST] as const)('The schema of %s', (release) => {
  const refusals = kubernetesSchema(release);
  const judge = (object: object) => refusals(JSON.parse(JSON.stringify(object)) as ManifestObject);

  test('accepts a whole Deployment', () => {
    expect(judge(DEPLOYMENT)).toEqual([]);
  });

  test.each(REFUSED)('refuses %s', (_, object, refusal) => {
    expect(judge(object).join('\n')).toContain(refusal);
  });

  test('is small enough to be read, one definition a line', () => {
    const file = join(REPOSITORY, 'src', 'facts', 'kubernetes', `${release}.json`);
    expect(statSync(file).size).toBeLessThan(300_000);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1, -1);
    expect(lines.filter((line) => !/^"[\w.-]+":\{.*\},?$/.test(line))).toEqual([]);
  });

  test('says how lists are merged', () => {
    const text = readFileSync(join(REPOSITORY, 'src', 'facts', 'kubernetes', `${release}.json`), 'utf8');
    const { definitions } = JSON.parse(text) as { definitions: Record<string, { properties: object }> };
    expect(definitions['core.v1.Container']?.properties).toMatchObject({
      ports: {
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['containerPort', 'protocol'],
        'x-kubernetes-patch-merge-key': 'containerPort',
      },
    });
  });
});

test.each(EXAMPLES)('The manifests of example %s are accepted', (name) => {
  const configuration = exampleConfiguration(name);
  const { minor } = modelOf(configuration).cluster.kubernetes;
  expect(refusedBy(minor, manifestsOf(configuration))).toEqual([]);
});

test('A newer field is accepted only where the configuration names a release that has it', () => {
  const manifests = manifestsOf('gitlab: { url: https://gitlab.example.com }\n');
  expect(refusedBy(32, manifests)).toEqual([]);
  expect(refusedBy(29, manifests)).toEqual([
    'minio/Deployment.minio.k8s.yaml: /spec/template/spec/containers/0/lifecycle/preStop/sleep is unknown',
  ]);
});
