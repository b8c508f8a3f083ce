import { parse } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { runnerConfig } from '../../src/render/runner-config';
import { find, manifestsOf, modelOf } from '../manifests/load';
import { text } from '../manifests/rules/text';

/** Characters that TOML lets stand as they are, and a reader of YAML 1.1 does not. */
const UNSAFE = '\u007f\u0080\u0085\u009f\u2028\u2029\ufeff\ufffe\uffff';
const SETTINGS = { pre_build_script: `a${UNSAFE}b`, labels: { [`k${UNSAFE}`]: '\0\t\n\r"\\é😀' } };
const CONFIGURATION = JSON.stringify({
  gitlab: { url: 'https://gitlab.example.com' },
  runners: [{ settings: SETTINGS }],
});

test('Every character of a setting reaches the runner, whoever reads the manifest', () => {
  expect(modelOf(CONFIGURATION).runners[0]?.settings).toEqual(SETTINGS);
  const manifests = manifestsOf(CONFIGURATION);
  expect(text(manifests, { secrets: [] })).toEqual([]);
  for (const version of ['1.1', '1.2'] as const) {
    const manifest = manifests.find(({ object }) => object === find(manifests, 'ConfigMap', 'gitlab-runner'));
    const { data } = parseYaml(manifest!.text, { version }) as { data: Record<string, string> };
    expect(parse(data['config.toml']!)).toMatchObject({ runners: [SETTINGS] });
  }
});

test('Scanners are shown that a token is none, and nothing is hidden from them', () => {
  const model = modelOf('gitlab: { url: https://gitlab.example.com }');
  const settings = { kubernetes: { bearer_token: 'in clear' } };
  const lines = runnerConfig({ ...model.runners[0]!, settings }, model).split('\n');
  expect(lines).toContain('"token" = "${CI_SERVER_TOKEN}"');
  expect(lines).toContain('"automount_service_account_token" = false');
  expect(lines).toContain('bearer_token = "in clear"');
});
