import { ApiObject } from 'cdk8s';
import type { RunnerPresetName, ServerPresetName } from '../src/model/presets';
import { newApp, RunnerCache, type RunnerCacheProps } from '../src/runner-cache';

// The compiler judges these tables: each preset is a word that the props take.
const SERVERS: Readonly<Record<ServerPresetName, RunnerCacheProps['store']>> = {
  silo: { image: 'silo' },
  distroless: { image: 'distroless' },
  upstream: { image: { preset: 'upstream' } },
  custom: { image: { preset: 'custom', repository: 'registry.example.com/minio', tag: '1' } },
};
const RUNNERS: Readonly<Record<RunnerPresetName, RunnerCacheProps['runners']>> = {
  'gitlab-runner': [{ image: 'gitlab-runner' }],
  custom: [{ image: { preset: 'custom', repository: 'registry.example.com/runner', tag: 'v19.4.0' } }],
};

const gitlab = { url: 'https://gitlab.example.com' };
const PROPS: readonly RunnerCacheProps[] = [
  ...Object.values(SERVERS).map((store) => ({ gitlab, store })),
  ...Object.values(RUNNERS).map((runners) => ({ gitlab, runners })),
];

test.each(PROPS)('TypeScript can name each preset (%#)', (props) => {
  const app = newApp();
  expect(new RunnerCache(app, 'cache', props)).toBeInstanceOf(RunnerCache);
  expect(app.node.findAll().some((node) => ApiObject.isApiObject(node))).toBe(true);
});

test('An app of cdk8s has no folder for each Application, so it is refused', () => {
  const delivery = { kind: 'argocd', repoUrl: 'https://git.example.com/a.git' } as const;
  expect(() => new RunnerCache(newApp(), 'cache', { gitlab, delivery })).toThrow(
    'delivery.kind  Cannot deliver with Argo CD from an app of cdk8s',
  );
});
