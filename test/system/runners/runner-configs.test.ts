import { runnerConfigs, type RunnerConfig } from '../../../src/system/runners/runner-configs';
import { NEWEST } from '../../../src/api/release';
import { System } from '../../../src/system/system';
import { manifestsOf } from '../../../src/manifests/manifests';

function configsIn(...objects: readonly unknown[]): readonly RunnerConfig[] {
  const files = objects.map((object, index) => ({
    path: `${String(index)}.json`,
    text: JSON.stringify(object),
  }));
  return new System(manifestsOf(files), NEWEST).view(runnerConfigs);
}

const TOML = '[[runners]]\nname = "main"\n[runners.kubernetes]\nnamespace = "jobs"\n';
const configMap = (data: unknown): unknown => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'runner', namespace: 'ci' },
  data,
});
const secret = (fields: object): unknown => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'runner', namespace: 'ci' },
  ...fields,
});
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const manager = (volume: unknown, env: readonly unknown[] = []): unknown => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'runner', namespace: 'ci' },
  spec: { template: { spec: { containers: [{ name: 'runner', env }], volumes: [volume] } } },
});

test.each([
  ['a ConfigMap', configMap({ 'config.toml': TOML })],
  ['a ConfigMap, under any name', configMap({ 'runner.conf': TOML })],
  ['a Secret', secret({ data: { 'config.toml': base64(TOML) } })],
  ['a Secret in clear', secret({ stringData: { 'config.toml': TOML } })],
  ['a Secret, of which stringData wins', secret({ data: { c: 'AAAA' }, stringData: { c: TOML } })],
])('a configuration is found in %s', (_, object) => {
  expect(configsIn(object).map(({ runners }) => runners.map(({ name }) => name))).toEqual([['main']]);
});

test.each([
  ['another program’s config.toml', configMap({ 'config.toml': '[server]\nport = 1\n' })],
  ['another program’s broken config.toml', configMap({ 'config.toml': 'version: 2\n' })],
  ['a script that writes one', configMap({ entrypoint: `cat <<END\n${TOML}END\n` })],
  ['a Secret that is no base64', secret({ data: { 'config.toml': '!' } })],
  ['a ConfigMap without data', configMap(null)],
])('none is found in %s', (_, object) => {
  expect(configsIn(object)).toEqual([]);
});

test('a broken one has its fault, and where', () => {
  const [config] = configsIn(configMap({ 'config.toml': '[[runners]]\nname = main\n' }));
  expect(config!.fault).toMatchObject({ line: 1, reason: expect.any(String) as string });
  expect(config!.runners).toEqual([]);
});

test('keys are found in any case, and each has its line', () => {
  const [config] = configsIn(configMap({ 'config.toml': '\n[[runners]]\n[runners.Cache]\ntype = "s3"\n' }));
  const [runner] = config!.runners;
  expect(runner!.at('cache', 'Type')).toBe('s3');
  expect(runner!.spotOf('cache', 'Type').line).toBe(3);
  expect(runner!.spotOf('cache', 's3').line).toBe(2);
});

test('a line inside of base64 is no line of the file', () => {
  const [config] = configsIn(secret({ data: { 'config.toml': base64(TOML) } }));
  expect(config!.spotOf('runners', 0, 'name').line).toBeUndefined();
});

test('the chart’s template takes its global settings from the file beside it', () => {
  const text = configMap({ 'config.toml': 'concurrent = 3\n', 'config.template.toml': TOML });
  const template = configsIn(text).find(({ isTemplate }) => isTemplate);
  expect(template!.global.at('concurrent')).toBe(3);
});

test.each([
  ['its volume', { configMap: { name: 'runner' } }],
  ['a projected volume', { projected: { sources: [{ configMap: { name: 'runner' } }] } }],
  ['a chosen key', { configMap: { name: 'runner', items: [{ key: 'config.toml', path: 'x' }] } }],
])('the manager is known by %s', (_, volume) => {
  const [config] = configsIn(configMap({ 'config.toml': TOML }), manager(volume));
  expect(config!.managers.map(({ manifest }) => manifest.name)).toEqual(['runner']);
});

test('who mounts another key is no manager', () => {
  const volume = { configMap: { name: 'runner', items: [{ key: 'other', path: 'x' }] } };
  expect(configsIn(configMap({ 'config.toml': TOML }), manager(volume))[0]!.managers).toEqual([]);
});

test.each([
  ['what the file says', TOML, [{ name: 'KUBERNETES_NAMESPACE', value: 'env' }], 'jobs'],
  ['what the environment says', '[[runners]]\n', [{ name: 'KUBERNETES_NAMESPACE', value: 'env' }], 'env'],
  ['where the manager runs', '[[runners]]\n', [], 'ci'],
])('the namespace of the jobs is %s', (_, toml, env, namespace) => {
  const [config] = configsIn(
    configMap({ 'config.toml': toml }),
    manager({ configMap: { name: 'runner' } }, env),
  );
  expect(config!.runners[0]!.jobNamespace).toBe(namespace);
});
