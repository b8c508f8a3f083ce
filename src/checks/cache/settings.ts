import { RUNNER_GLOBALS } from '../../facts/runner-globals';
import { tables } from '../../facts/runner-settings.json';
import { isList, isMap, listOf, mapOf, type Path, type Value } from '../../manifests/value';
import { suggestion } from '../../text/closest';
import { MOST_TOLD, shown, shownKey } from '../../text/shown';
import type { Check } from '../check';
import type { System } from '../../system/system';
import { runnerConfigs, type RunnerConfig } from '../../system/runners/runner-configs';

const CATALOGUE: Readonly<Record<string, Readonly<Record<string, string>>>> = tables;

/** What the chart took before 0.53.0 and ignores since, and where it stands today. */
const OLD_KEYS: Readonly<Record<string, string>> = {
  cachetype: 'Type in `[runners.cache]`',
  cachepath: 'Path in `[runners.cache]`',
  s3cachepath: 'Path in `[runners.cache]`',
  cacheshared: 'Shared in `[runners.cache]`',
  s3serveraddress: 'ServerAddress in `[runners.cache.s3]`',
  s3bucketname: 'BucketName in `[runners.cache.s3]`',
  s3bucketlocation: 'BucketLocation in `[runners.cache.s3]`',
  s3cacheinsecure: 'Insecure in `[runners.cache.s3]`',
};

/** That the text of a configuration is one. */
export const SETTING_CHECKS: readonly Check[] = [
  {
    id: 'runner-config-syntax',
    severity: 'error',
    rule: 'A runner’s configuration is TOML',
    why: 'A running manager keeps its old configuration and a new one idles for ever: both look healthy.',
    source: 'gitlab-runner, common/config.go; seen with 19.4',
    find: (system) =>
      system.view(runnerConfigs).flatMap((config) => {
        const { fault } = config;
        if (fault === undefined) return [];
        return [
          {
            spot: config.spotAt(fault.line),
            message: `Cannot read this as TOML: ${fault.reason}`,
            remedy: `mend line ${fault.line + 1} of "${config.key}"`,
          },
        ];
      }),
  },
  {
    id: 'runner-config-unknown-key',
    severity: 'warning',
    rule: 'The runner knows each of its settings',
    why: 'It ignores what it does not know without a word: the setting has no effect.',
    source: 'gitlab-runner, common/config.go; only `gitlab-runner lint` tells',
    find: (system) =>
      system.view(settingFaults).flatMap(({ config, path, known, table }) => {
        if (known === undefined) return [];
        const key = String(path.at(-1));
        const now = OLD_KEYS[key.toLowerCase()];
        const hint = suggestion(key, known);
        return [
          {
            spot: config.spotOf(...path),
            message: `The runner knows no "${shownKey(key)}" in \`${table}\` and ignores it${now === undefined ? hint : '; it is a value of the chart before 0.53.0'}`,
            remedy: now === undefined ? 'mend the name, or remove it' : `write ${now}`,
          },
        ];
      }),
  },
  {
    id: 'runner-config-wrong-type',
    severity: 'error',
    rule: 'Each setting has a value that the runner can read',
    why: 'The runner refuses the whole file: a running manager keeps its old one, a new one does not start.',
    source: 'seen with gitlab-runner 19.4: "toml: ... incompatible types"',
    find: (system) =>
      system.view(settingFaults).flatMap(({ config, path, expected, value }) =>
        expected === undefined
          ? []
          : [
              {
                spot: config.spotOf(...path),
                message: `Cannot read ${TEXT_SHOWN.test(expected) ? shown(value) : 'this value'} as ${expected}: the runner refuses the whole file`,
                remedy: `write ${expected}`,
              },
            ],
      ),
  },
];

/** A number or a boolean in quotes is no secret; a list or a map may hold one. */
const TEXT_SHOWN = /^(?:an integer|true or false|a number)/;

interface SettingFault {
  readonly config: RunnerConfig;
  readonly path: Path;
  readonly value: Value;
  readonly table: string;
  /** Where the key is none. */
  readonly known?: readonly string[];
  /** Where the value has another type. */
  readonly expected?: string;
}

function settingFaults(system: System): readonly SettingFault[] {
  return system.view(runnerConfigs).flatMap((config) => {
    const faults: SettingFault[] = [];
    for (const fault of faultsOf(config)) {
      faults.push(fault);
      if (faults.length === MOST_TOLD) break;
    }
    return faults;
  });
}

function* faultsOf(config: RunnerConfig): Generator<SettingFault> {
  for (const fault of tableFaults(config.toml, RUNNER_GLOBALS, []))
    yield { ...fault, config, table: 'the global section' };
  const runners = config.at('runners');
  if (runners !== undefined && !isList(runners)) {
    yield {
      config,
      path: ['runners'],
      value: runners,
      table: '',
      expected: '`[[runners]]`, in two brackets',
    };
    return;
  }
  for (const [index, runner] of listOf(runners).entries())
    for (const fault of namedTableFaults(runner, 'runners', ['runners', index])) yield { ...fault, config };
}

type Found = Omit<SettingFault, 'config'>;

function* namedTableFaults(value: Value, name: string, path: Path): Generator<Found> {
  const table = name === 'runners' ? '[[runners]]' : `[runners.${name}]`;
  for (const fault of tableFaults(value, CATALOGUE[name] ?? {}, path))
    yield { ...fault, table: fault.table || table };
}

function* tableFaults(value: Value, types: Readonly<Record<string, string>>, path: Path): Generator<Found> {
  const names = new Map(Object.keys(types).map((name) => [name.toLowerCase(), name]));
  for (const [key, inside] of Object.entries(mapOf(value))) {
    const name = names.get(key.toLowerCase());
    const at = [...path, key];
    if (name === undefined) yield { path: at, value: inside, table: '', known: Object.keys(types) };
    else yield* valueFaults(inside, types[name] ?? 'any', at);
  }
}

function* valueFaults(value: Value, type: string, path: Path): Generator<Found> {
  const [word = '', table = ''] = type.split(':');
  if (word === 'table' && isMap(value)) yield* namedTableFaults(value, table, path);
  else if (word === 'tables' && isList(value)) {
    for (const [index, item] of value.entries()) yield* namedTableFaults(item, table, [...path, index]);
  } else {
    const known = TYPES[word];
    if (known !== undefined && !known.accepts(value)) yield { path, value, table: '', expected: known.words };
  }
}

const isText = (value: Value): boolean => typeof value === 'string';
const isInteger = (value: Value): boolean => Number.isInteger(value);

/** What the decoder of the runner takes; a duration may be a count of nanoseconds. (BurntSushi/toml, decode.go) */
const TYPES: Readonly<Record<string, { words: string; accepts: (value: Value) => boolean }>> = {
  string: { words: 'text in quotes', accepts: isText },
  integer: { words: 'an integer without quotes', accepts: isInteger },
  float: { words: 'a number', accepts: (value) => typeof value === 'number' },
  boolean: { words: 'true or false without quotes', accepts: (value) => typeof value === 'boolean' },
  strings: { words: 'a list of texts', accepts: (value) => isList(value) && value.every(isText) },
  integers: { words: 'a list of integers', accepts: (value) => isList(value) && value.every(isInteger) },
  'string-or-strings': {
    words: 'text or a list of texts',
    accepts: (value) => isText(value) || (isList(value) && value.every(isText)),
  },
  duration: { words: 'a duration such as "30s"', accepts: (value) => isText(value) || isInteger(value) },
  map: { words: 'a table of texts', accepts: (value) => isMap(value) && Object.values(value).every(isText) },
  booleans: {
    words: 'a table of true and false',
    accepts: (value) => isMap(value) && Object.values(value).every((item) => typeof item === 'boolean'),
  },
  table: { words: 'a table', accepts: isMap },
  tables: { words: 'a list of tables, in two brackets', accepts: isList },
};
