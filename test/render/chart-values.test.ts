import { parse as parseToml } from 'smol-toml';
import { parse } from 'yaml';
import { NAMES } from '../../src/model/names';
import { chartValues } from '../../src/render/chart-values';
import { runnerConfig } from '../../src/render/runner-config';
import { secretWriter } from '../../src/secrets';
import { manifestsOf, modelOf } from '../manifests/load';

const GITLAB = 'gitlab: { url: https://gitlab.example.com }\n';

interface Values {
  readonly image: object;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly serviceAccount: { readonly name: string };
  readonly extraEnvFrom: Readonly<Record<string, { secretKeyRef: object }>>;
  readonly volumes?: readonly { readonly secret: object }[];
  readonly volumeMounts?: readonly { readonly mountPath: string }[];
  readonly runners: { readonly configOverride: string };
}

function valuesOf(configuration: string): Values {
  const model = modelOf(GITLAB + configuration);
  return parse(chartValues(model.runners[0]!, model, secretWriter(model).marker)) as Values;
}

/** What Helm's `tpl` makes of an escaped pair of braces; of Helm 3.18 itself it was the same. */
function templated(text: string): string {
  return text.replaceAll('{{ "{{" }}', '{{');
}

const TRICKY = `runners: [{ jobs: { docker: true }, settings: { pre_build_script: "docker ps --format '{{.Names}}' {{{" } }]\n`;

test.each(['', TRICKY])('the chart gets the config.toml of our own manifests (%j)', (configuration) => {
  const model = modelOf(GITLAB + configuration);
  const text = templated(valuesOf(configuration).runners.configOverride);
  expect(text).toBe(runnerConfig(model.runners[0]!, model));
  expect(parseToml(text).concurrent).toBe(10);
});

test('a template in a setting is none for Helm', () => {
  const text = valuesOf(TRICKY).runners.configOverride;
  expect(text.replaceAll('{{ "{{" }}', '')).not.toContain('{{');
});

test.each([
  ['', { registry: 'registry.gitlab.com', image: 'gitlab-org/gitlab-runner', tag: 'alpine-v19.4.0' }],
  [
    'images: { registry: mirror.example.com:5000/hub }\n',
    { registry: 'mirror.example.com:5000', image: 'hub/gitlab-org/gitlab-runner', tag: 'alpine-v19.4.0' },
  ],
  [
    `runners: [{ image: { digest: 'sha256:${'a'.repeat(64)}' } }]\n`,
    {
      registry: 'registry.gitlab.com',
      image: 'gitlab-org/gitlab-runner',
      tag: `alpine-v19.4.0@sha256:${'a'.repeat(64)}`,
    },
  ],
])('the image is said in three parts (%j)', (configuration, image) => {
  expect(valuesOf(configuration).image).toEqual(image);
});

test('the pod of the chart fits what surrounds our manager', () => {
  const values = valuesOf('');
  const objects = manifestsOf(GITLAB).map(({ object }) => object);
  const named = (kind: string, name: string) =>
    objects.find((one) => one.kind === kind && one.metadata.name === name) as { spec: object } | undefined;
  expect(named('NetworkPolicy', NAMES.runner)?.spec).toMatchObject({
    podSelector: { matchLabels: values.podLabels },
  });
  expect(named('ServiceAccount', values.serviceAccount.name)).toBeDefined();
});

test.each([
  ['', ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'CI_SERVER_TOKEN', 'RUNNER_CACHE_KEYS']],
  ['credentials: { kind: existing }\n', ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'CI_SERVER_TOKEN']],
])('keys and token come from Secrets (%j)', (configuration, names) => {
  const { extraEnvFrom } = valuesOf(configuration);
  expect(Object.keys(extraEnvFrom)).toEqual(names);
  expect(extraEnvFrom.CI_SERVER_TOKEN).toEqual({
    secretKeyRef: { name: 'gitlab-runner-token', key: 'token' },
  });
});

test('the CA of GitLab is mounted where config.toml looks for it, and nowhere else without one', () => {
  const model = modelOf('gitlab: { url: https://gitlab.example.com, caSecret: ca-of-gitlab }\n');
  const values = parse(chartValues(model.runners[0]!, model, undefined)) as Values;
  expect(values.volumes?.[0]?.secret).toMatchObject({ secretName: 'ca-of-gitlab' });
  expect(values.runners.configOverride).toContain(`${values.volumeMounts?.[0]?.mountPath ?? ''}/ca.crt`);
  expect(valuesOf('').volumes).toBeUndefined();
});
