import { parse } from 'yaml';
import { NEWEST } from '../../src/api/release';
import { judgeAndAccept } from '../../src/checks/accepted';
import { CHECKS } from '../../src/checks/catalog';
import { kubescapeExceptions } from '../../src/findings/kubescape-exceptions';
import { exceptionsFor, type Grain, type ScannerExceptions } from '../../src/findings/scanner-exceptions';
import { trivyIgnoreFile } from '../../src/findings/trivy-ignore';
import { manifestsOf } from '../../src/manifests/manifests';
import { System } from '../../src/system/system';

const ASKED = ['rbac-secrets-read', 'rbac-secrets-rights', 'rbac-pods-exec'];
const READS = 'rules:\n  - { apiGroups: [""], resources: [secrets], verbs: [get] }\n';

function role(name: string, accepted: Readonly<Record<string, string>>, more = READS): string {
  const annotations = Object.entries(accepted).map(
    ([id, reason]) => `    accept.runner-cache/${id}: ${JSON.stringify(reason)}\n`,
  );
  return [
    'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata:\n  namespace: jobs\n',
    `  name: ${name}\n`,
    annotations.length > 0 ? `  annotations:\n${annotations.join('')}` : '',
    more,
  ].join('');
}

const BOTH = { 'rbac-secrets-read': 'it hands keys over', 'rbac-secrets-rights': 'it makes them' };

function toldTo(
  scanner: 'trivy' | 'kubescape',
  grain: Grain,
  files: Readonly<Record<string, string>>,
): ScannerExceptions {
  const tree = manifestsOf(Object.entries(files).map(([path, text]) => ({ path, text })));
  const checks = CHECKS.filter(({ id }) => ASKED.includes(id));
  const { accepted, findings } = judgeAndAccept(new System(tree, NEWEST), checks, new Set(ASKED));
  return exceptionsFor(scanner, grain, accepted, findings);
}

const idsOf = ({ told }: ScannerExceptions): string[] => told.map(({ id, file }) => `${id} ${file}`);

test('An id that stands for two questions is told once, with both reasons', () => {
  const { told, withheld } = toldTo('trivy', 'file', { 'a.yaml': role('one', BOTH) });
  expect(told).toMatchObject([{ id: 'KSV-0113', reasons: ['it hands keys over', 'it makes them'] }]);
  expect(withheld).toEqual([]);
});

test('An id is left out while one of its questions is open', () => {
  const { 'rbac-secrets-read': reason } = BOTH;
  const { told, withheld } = toldTo('kubescape', 'object', {
    'a.yaml': role('one', { 'rbac-secrets-read': reason }),
  });
  expect(told).toEqual([]);
  expect(withheld).toMatchObject([
    { exception: { id: 'C-0015', object: { name: 'one' } }, hidden: { check: 'rbac-secrets-rights' } },
  ]);
});

test('What knows files alone is not told of an object beside which the same is open; what knows objects is', () => {
  const files = { 'a.yaml': `${role('one', BOTH)}---\n${role('two', {})}`, 'b.yaml': role('three', BOTH) };
  expect(idsOf(toldTo('trivy', 'file', files))).toEqual(['KSV-0113 b.yaml']);
  expect(idsOf(toldTo('kubescape', 'object', files))).toEqual(['C-0015 a.yaml', 'C-0015 b.yaml']);
});

test('What no annotation accepts is told to nobody, nor what an annotation accepts in vain', () => {
  const rules = 'rules:\n  - { apiGroups: [""], resources: [pods], verbs: [get] }\n';
  const files = { 'a.yaml': role('one', {}), 'b.yaml': role('two', BOTH, rules) };
  expect(idsOf(toldTo('trivy', 'file', files))).toEqual([]);
  expect(trivyIgnoreFile([])).toBe('misconfigurations: []\n');
  expect(kubescapeExceptions([])).toBe('[]\n');
});

test('Trivy gets the files of one id and reason together, without the signs of its patterns', () => {
  const { told } = toldTo('trivy', 'file', {
    'sub/[a]{b}*?.yaml': role('one', BOTH),
    'b.yaml': role('two', BOTH),
    'c.yaml': role('three', { ...BOTH, 'rbac-secrets-rights': 'it says "so": # yes' }),
  });
  expect(parse(trivyIgnoreFile(told))).toEqual({
    misconfigurations: [
      {
        id: 'KSV-0113',
        statement: 'it hands keys over; it makes them',
        paths: ['b.yaml', 'sub/\\[a\\]\\{b\\}\\*\\?.yaml'],
      },
      { id: 'KSV-0113', statement: 'it hands keys over; it says "so": # yes', paths: ['c.yaml'] },
    ],
  });
});

test('Kubescape gets an exception for each object, whose name is no pattern', () => {
  const { told } = toldTo('kubescape', 'object', { 'a.yaml': role('"system:one.two"', BOTH) });
  expect(JSON.parse(kubescapeExceptions(told))).toEqual([
    {
      name: 'C-0015 Role/jobs/system:one.two',
      policyType: 'postureExceptionPolicy',
      actions: ['alertOnly'],
      resources: [
        {
          designatorType: 'Attributes',
          attributes: { kind: 'Role', namespace: 'jobs', name: 'system:one\\.two' },
        },
      ],
      posturePolicies: [{ controlID: 'C-0015' }],
      reason: 'it hands keys over; it makes them',
    },
  ]);
});

test.each([
  ['without a namespace fits none with one', 'Role', '^$'],
  ['of kind Namespace is known by its name alone', 'Namespace', undefined],
])('What is %s', (_, kind, namespace) => {
  const object = { group: '', kind, namespace: '', name: 'minio' };
  const [policy] = JSON.parse(
    kubescapeExceptions([{ id: 'C-0015', object, file: 'a.yaml', reasons: ['so'] }]),
  ) as { resources: { attributes: { namespace?: string } }[] }[];
  expect(policy?.resources[0]?.attributes.namespace).toBe(namespace);
});
