import { NEWEST, release } from '../../src/api/release';
import { breachesOfSystem } from '../../src/checks/security/pod-security/verdict';
import { System } from '../../src/system/system';
import { manifestsOf } from '../../src/manifests/manifests';
import { run, tryRun } from './cluster/run';
import { PODS } from './pods/pod-security-pods';

/** Namespaces by what they enforce. They hold nothing: pods are only tried. */
const NAMESPACES = [
  ['psa-check-baseline', 'baseline', 'latest'],
  ['psa-check-restricted', 'restricted', 'latest'],
  ['psa-check-baseline-26', 'baseline', 'v1.26'],
  ['psa-check-restricted-24', 'restricted', 'v1.24'],
  ['psa-check-restricted-21', 'restricted', 'v1.21'],
  ['psa-check-baseline-future', 'baseline', 'v1.99'],
] as const;

const objects = NAMESPACES.map(([name, level, version]) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: {
    name,
    labels: {
      'pod-security.kubernetes.io/enforce': level,
      'pod-security.kubernetes.io/enforce-version': version,
    },
  },
}));
const list = (items: readonly object[]): string => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });

beforeAll(async () => {
  await run('kubectl', ['apply', '-f', '-'], list(objects));
  for (const [namespace] of NAMESPACES) await hasAccount(namespace);
});

afterAll(async () => {
  await run('kubectl', ['delete', 'namespace', '--wait=false', ...NAMESPACES.map(([name]) => name)]);
});

/** Without its ServiceAccount no pod gets as far as Pod Security. */
async function hasAccount(namespace: string): Promise<void> {
  await run('kubectl', ['wait', '--for=create', '--timeout=60s', '-n', namespace, 'serviceaccount/default']);
}

const podsIn = (namespace: string): readonly object[] =>
  PODS.map(({ name, pod }) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, annotations: pod.annotations ?? {} },
    spec: pod.spec,
  }));

test.each(NAMESPACES)(
  'in %s the API server refuses the same pods for the same reasons',
  async (namespace) => {
    const said = await refusals(namespace);
    expect(await expected(namespace)).toEqual(said);
    expect(said.size).toBeGreaterThan(10);
  },
);

/** By pod: the reasons of the API server, in the order of the alphabet. */
async function refusals(namespace: string): Promise<ReadonlyMap<string, string>> {
  const { stdout, stderr } = await tryRun(
    'kubectl',
    ['create', '--dry-run=server', '-o', 'name', '-f', '-'],
    list(podsIn(namespace)),
  );
  const refused = stderr.split('\n').filter((line) => line.includes('Error from server'));
  expect(refused.length + stdout.trim().split('\n').length).toBe(PODS.length);
  return new Map(refused.map(refusalOf).sort());
}

function refusalOf(line: string): [string, string] {
  const [, name = line, reasons = line] =
    /pods "([^"]+)" is forbidden: violates PodSecurity "[^"]+": (.*)$/.exec(line) ?? [];
  const words = [...reasons.matchAll(/(?:^|, )([\w!= -]+?)(?:s|) \((?=[^)]*\))/g)].map(
    ([, reason = '']) => reason,
  );
  return [name, [...new Set(words)].sort().join(', ')];
}

async function expected(namespace: string): Promise<ReadonlyMap<string, string>> {
  const text = list([...objects, ...podsIn(namespace)]);
  const system = new System(manifestsOf([{ path: 'pods.json', text }]), release(await serverMinor()));
  const reasons = new Map<string, Set<string>>();
  for (const { pod, breach, mode } of system.view(breachesOfSystem)) {
    expect(mode).toBe('enforce');
    const name = pod.manifest.name;
    reasons.set(name, (reasons.get(name) ?? new Set()).add(breach.rule.reason.replace(/s$/, '')));
  }
  return new Map(
    [...reasons].map(([name, words]): [string, string] => [name, [...words].sort().join(', ')]).sort(),
  );
}

async function serverMinor(): Promise<string> {
  const { serverVersion } = JSON.parse(await run('kubectl', ['version', '-o', 'json'])) as {
    serverVersion: { minor: string };
  };
  const minor = `1.${serverVersion.minor.replace(/\D.*/, '')}`;
  return Number(minor.slice(2)) > NEWEST.minor ? `1.${NEWEST.minor}` : minor;
}
