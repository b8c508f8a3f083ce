import type { Manifest } from '../../manifests/manifest';
import { at, isMap, listOf, textOf, type Path, type Value } from '../../manifests/value';
import type { Workload } from '../../manifests/workload';
import type { FieldSpot } from '../../manifests/spot';
import type { System } from '../system';
import { mountsByObject } from './mounts';
import { storedTextsOf, type StoredText } from './stored-texts';
import { TomlLines } from './toml-lines';
import { readToml, settingAt, type TomlFault } from './toml';

/** A configuration of GitLab Runner that a ConfigMap or Secret holds. */
export class RunnerConfig {
  readonly manifest: Manifest;
  readonly key: string;
  /** Empty where the text is no TOML. */
  readonly toml: Value;
  readonly fault: TomlFault | undefined;
  readonly runners: readonly ConfiguredRunner[];
  private lines: TomlLines | undefined;

  constructor(
    private readonly stored: StoredText,
    /** Which mount it. */
    readonly managers: readonly Workload[],
    /** Where `concurrent` and its like stand: the official chart keeps them in a file of their own. */
    private readonly globals: () => RunnerConfig | undefined,
  ) {
    this.manifest = stored.manifest;
    this.key = stored.key;
    const read = readToml(stored.text);
    this.toml = 'value' in read ? read.value : {};
    this.fault = 'fault' in read ? read.fault : undefined;
    this.runners = listOf(this.at('runners')).flatMap((runner, index) =>
      isMap(runner) ? [new ConfiguredRunner(this, index, runner)] : [],
    );
  }

  /** The chart hands it to `gitlab-runner register`, which fills it in with what the environment says. */
  get isTemplate(): boolean {
    return this.key === TEMPLATE;
  }

  get global(): RunnerConfig {
    return this.isTemplate ? (this.globals() ?? this) : this;
  }

  /** In any case of its keys, as the runner reads them. */
  at(...path: Path): Value | undefined {
    return settingAt(this.toml, ...path);
  }

  /** The line of a setting; for what is not there, that of the table around it. */
  spotOf(...path: Path): FieldSpot {
    this.lines ??= new TomlLines(this.stored.text);
    return this.spotAt(this.lines.of(path));
  }

  /** `line` counts from 0. */
  spotAt(line: number): FieldSpot {
    const { manifest, path, isEncoded } = this.stored;
    return isEncoded ? { manifest, path } : { manifest, path, line };
  }
}

/** One `[[runners]]`. */
export class ConfiguredRunner {
  constructor(
    readonly config: RunnerConfig,
    private readonly index: number,
    readonly settings: Value,
  ) {}

  /** Empty where it is not said. */
  get name(): string {
    return textOf(this.at('name')) ?? '';
  }

  /** Undefined where nothing says it. */
  get executor(): string | undefined {
    return textOf(this.at('executor')) ?? this.fromEnvironment('RUNNER_EXECUTOR');
  }

  /** Whether its jobs are pods. */
  get isOnKubernetes(): boolean {
    const { executor } = this;
    return executor === undefined ? this.at('kubernetes') !== undefined : executor === 'kubernetes';
  }

  /** Where its job pods are; undefined where the files do not say. */
  get jobNamespace(): string | undefined {
    const said = textOf(this.at('kubernetes', 'namespace')) ?? '';
    if (said !== '') return said;
    return this.fromEnvironment('KUBERNETES_NAMESPACE') ?? this.config.managers[0]?.manifest.namespace;
  }

  at(...path: Path): Value | undefined {
    return settingAt(this.settings, ...path);
  }

  spotOf(...path: Path): FieldSpot {
    return this.config.spotOf('runners', this.index, ...path);
  }

  /** What `gitlab-runner register` takes from there; undefined where it is no literal. */
  private fromEnvironment(name: string): string | undefined {
    return this.config.managers
      .flatMap(({ containers }) => containers)
      .flatMap(({ value }) => listOf(value.env))
      .filter((variable) => at(variable, 'name') === name)
      .map((variable) => textOf(at(variable, 'value')))
      .find((value) => value !== undefined && value !== '');
  }
}

const CONFIG = 'config.toml';
const TEMPLATE = 'config.template.toml';

/** Every runner's configuration in the files. */
export function runnerConfigs(system: System): readonly RunnerConfig[] {
  const mounts = system.view(mountsByObject);
  const byPlace = new Map<string, RunnerConfig>();
  const stored = system
    .view(storedTextsOf)
    .filter(({ text, key }) => SAYS_RUNNERS.test(text) || key === TEMPLATE);
  const templates = new Set(stored.filter(({ key }) => key === TEMPLATE).map(({ manifest }) => manifest));
  const globals = system
    .view(storedTextsOf)
    .filter(
      ({ manifest, key, text }) => key === CONFIG && templates.has(manifest) && !SAYS_RUNNERS.test(text),
    );
  for (const text of [...stored, ...globals]) {
    const { manifest, key } = text;
    const managers = (mounts.get(`${manifest.kind}/${manifest.namespace}/${manifest.name}`) ?? [])
      .filter(({ items }) => items === undefined || items.some((item) => item.key === key))
      .map(({ workload }) => workload);
    const config = new RunnerConfig(text, [...new Set(managers)], () =>
      byPlace.get(placeOf(manifest, CONFIG)),
    );
    // Another text, such as a script that writes one, only looks like a configuration.
    if (config.fault === undefined || key.endsWith('.toml')) byPlace.set(placeOf(manifest, key), config);
  }
  return [...byPlace.values()];
}

function placeOf({ kind, namespace, name }: Manifest, key: string): string {
  return JSON.stringify([kind, namespace, name, key]);
}

/** The header that nothing but a runner's configuration has, rightly or with one bracket too few. */
const SAYS_RUNNERS = /^[ \t]*\[\[?[ \t]*["']?runners\b/m;

/** Every `[[runners]]` in the files. */
export function configuredRunners(system: System): readonly ConfiguredRunner[] {
  return system.view(runnerConfigs).flatMap(({ runners }) => runners);
}
