import { ApiObject, Testing } from 'cdk8s';
import { NEWEST } from '../../src/api/release';
import { GITOPS_CHECKS } from '../../src/checks/gitops';
import { judge } from '../../src/checks/judge';
import { addWaves } from '../../src/kubernetes/waves';
import { manifestsOf as readManifests } from '../../src/manifests/manifests';
import { System } from '../../src/system/system';
import { delivered, TWO_RUNNERS } from '../constructs/argocd';
import type { Manifest } from '../manifests/load';

const WAVE = 'argocd.argoproj.io/sync-wave';
const GATED = delivered(', ordering: gated', `${TWO_RUNNERS}\nstore: { storage: { kind: volume } }`);

const waveOf = ({ object }: Manifest) => Number(object.metadata.annotations?.[WAVE] ?? 0);

/** Ids of what `check` finds of the delivery. */
function found(manifests: readonly Pick<Manifest, 'path' | 'text'>[]): readonly string[] {
  const system = new System(readManifests(manifests), NEWEST);
  return judge(system, GITOPS_CHECKS).map(({ check }) => check);
}

test.each([
  [-20, 'Namespace', /./],
  [-20, 'NetworkPolicy', /^default-deny$/],
  [-10, 'Secret', /./],
  [-10, 'Job', /^minio-keys-/],
  [0, 'PersistentVolumeClaim', /^minio$/],
  [0, 'Deployment', /^minio$/],
  [5, 'Job', /^minio-bucket-init-/],
  [5, 'Deployment', /^minio-bucket-keeper$/],
  [10, 'Deployment', /^gitlab-runner$/],
])('Wave %d has each %s %s', (wave, kind, name) => {
  const meant = GATED.filter(({ object }) => object.kind === kind && name.test(object.metadata.name));
  expect(meant.length).toBeGreaterThan(0);
  expect(new Set(meant.map(waveOf))).toEqual(new Set([wave]));
});

test('What is not gated has no wave, and neither has what is not synced', () => {
  expect(delivered().filter(({ text }) => text.includes(WAVE))).toEqual([]);
  expect(GATED.filter(({ path, text }) => path.startsWith('argocd/') && text.includes(WAVE))).toEqual([]);
});

const KEYS = 'root: { accesskey: { key: a }, secretkey: { key: s } }';
const MAKERS = [
  [
    'ExternalSecret',
    `credentials: { kind: externalSecrets, store: { name: v }, ${KEYS}, runners: { main: { accesskey: { key: m }, secretkey: { key: n } } } }
runners: [{ token: { kind: externalSecrets, remote: { key: t } } }]`,
  ],
  ['SealedSecret', 'credentials: { kind: sealed }\nrunners: [{ token: { kind: sealed } }]'],
] as const;

describe.each(MAKERS)('Of keys that an %s brings', (kind, others) => {
  const gated = delivered(', ordering: gated', others);
  const makers = gated.filter(({ object }) => object.kind === kind);

  test('each comes before all pods, so that no pod waits for what comes later', () => {
    expect(makers).toHaveLength(4);
    expect(new Set(makers.map(waveOf))).toEqual(new Set([-10]));
    expect(found(gated)).toEqual([]);
  });

  test('the Secret gets no wave, by which Argo CD would take it for its own', () => {
    for (const { object } of makers) expect(JSON.stringify(object.spec)).not.toContain('argocd.argoproj.io');
  });

  test('one that came after MinIO would be told', () => {
    const late = gated.map(({ path, text }) => ({
      path,
      text: path.endsWith(`minio/${kind}.minio-root.k8s.yaml`)
        ? text.replace('sync-wave: "-10"', 'sync-wave: "5"')
        : text,
    }));
    expect(found(late)).toContain('secret-in-later-wave');
  });
});

test('In this order nothing waits for what comes later', () => {
  expect(found(GATED)).toEqual([]);
});

test.each([
  ['Deployment.gitlab-runner', '10', '0', 'runner-waits-for-its-bucket'],
  ['Job.minio-keys', '-10', '5', 'secret-in-later-wave'],
  ['ConfigMap.minio-bucket-init', '5', '10', 'config-in-later-wave'],
])('In another order it would, and `check` says so: %s in %s put into %s', (file, from, to, check) => {
  const moved = GATED.map(({ path, text }) => ({
    path,
    text: path.includes(`/${file}`) ? text.replace(`sync-wave: "${from}"`, `sync-wave: "${to}"`) : text,
  }));
  expect(found(moved)).toContain(check);
});

test('An object of which nobody said when it comes is refused', () => {
  const object = new ApiObject(Testing.chart(), 'X', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'x' },
  });
  expect(() => {
    addWaves([object]);
  }).toThrow('Cannot find a wave for Service "x"');
});
