import { isDeepStrictEqual } from 'node:util';
import { parse as parseToml } from 'smol-toml';
import type { Model, Runner } from '../../src/model/model';
import { isTable, listOf, textOf, type Settings, type SettingValue } from '../../src/model/settings';
import { manifestsOfModel, type Manifest } from '../manifests/load';
import { refusedBy } from '../manifests/releases';
import { broughtBy, findings, secretBytes, secretsIn } from '../manifests/rules';
import { dataOf, tryFind } from '../manifests/rules/rule';

/** Everything that is wrong with the manifests of a configuration that was accepted. */
export function wrongWith(model: Model): readonly string[] {
  const tree = manifestsOfModel(model);
  return [
    ...refusedBy(model.cluster.kubernetes.minor, tree),
    ...findings(tree, broughtBy(model)),
    ...secretBytes(tree, secretsIn(model)),
    ...model.runners.flatMap((runner) => lostSettings(tree, runner)),
  ];
}

/** Settings that the runner does not find in its file as they were said. */
function lostSettings(tree: readonly Manifest[], { namespace, settings }: Runner): readonly string[] {
  const object = tryFind(tree, 'ConfigMap', namespace, 'gitlab-runner');
  const text = object === undefined ? '' : (dataOf(object)['config.toml'] ?? '');
  const [section] = plain(parseToml(text).runners) as readonly Settings[];
  const { environment, ...rest } = plain(settings) as Settings;
  const lostVariables = lost(variablesOf(environment), variablesOf(section?.environment), 'environment');
  return [...lost(rest, section, 'settings'), ...lostVariables];
}

/** Tables of the parser have no prototype; and what is no number becomes null here and there. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

/** By their names; the last of a name counts. */
function variablesOf(environment: SettingValue | undefined): Settings {
  return Object.fromEntries(
    listOf(environment).map((entry) => {
      const [name = '', ...value] = textOf(entry).split('=');
      return [name, value.join('=')];
    }),
  );
}

function lost(said: SettingValue, found: SettingValue | undefined, path: string): readonly string[] {
  if (isTable(said)) {
    return Object.entries(said).flatMap(([key, value]) => {
      const inner = isTable(found) && Object.hasOwn(found, key) ? found[key] : undefined;
      return lost(value, inner, `${path}.${key}`);
    });
  }
  const isThere =
    Array.isArray(said) && Array.isArray(found) ? holdsAll(found, said) : Object.is(said, found);
  return isThere
    ? []
    : [`config.toml: ${path} is ${JSON.stringify(found)} instead of ${JSON.stringify(said)}`];
}

/** What we say ourselves in a list stands before. */
function holdsAll(found: readonly SettingValue[], said: readonly SettingValue[]): boolean {
  return said.every((item) => found.some((other) => isDeepStrictEqual(item, other)));
}
