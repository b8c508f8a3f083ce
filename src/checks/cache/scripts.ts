import { at, listOf, textOf, type Path } from '../../manifests/value';
import type { Manifest } from '../../manifests/manifest';
import type { FieldSpot } from '../../manifests/spot';
import type { System } from '../../system/system';
import { runnerConfigs } from '../../system/runners/runner-configs';
import { storedTextsOf } from '../../system/runners/stored-texts';

/** A text that somebody may run: a value of a ConfigMap or Secret, or a word of a container's command. */
export interface Script {
  readonly manifest: Manifest;
  readonly path: Path;
  readonly text: string;
  readonly isEncoded: boolean;
}

export function scriptsOf(system: System): readonly Script[] {
  return [
    ...system.view(storedTextsOf),
    ...system.workloads.flatMap(({ manifest, containers }) =>
      containers.flatMap(({ value, path }) =>
        (['command', 'args'] as const).flatMap((field) =>
          listOf(value[field]).flatMap((word, index): Script[] => {
            const text = textOf(word);
            return text === undefined
              ? []
              : [{ manifest, path: [...path, field, index], text, isEncoded: false }];
          }),
        ),
      ),
    ),
  ];
}

/** Every line of a script that speaks to MinIO and answers to a pattern. */
export function* linesLike(system: System, pattern: RegExp): Generator<{ line: string; spot: FieldSpot }> {
  for (const { manifest, path, text, isEncoded } of system.view(minioScripts)) {
    if (!pattern.test(text)) continue;
    for (const [index, line] of text.split('\n').entries()) {
      if (!pattern.test(line) || /^\s*#/.test(line)) continue;
      const isBlock = !isEncoded && text.includes('\n');
      yield { line, spot: isBlock ? { manifest, path, line: index } : { manifest, path } };
    }
  }
}

function minioScripts(system: System): readonly Script[] {
  return system.view(scriptsOf).filter(({ text }) => /\bmc\b|\bMC\b/.test(text));
}

/** Every word of scripts, and of names and variables, that could be a bucket’s name. */
export function wordsInFiles(system: System): ReadonlySet<string> {
  const configs = new Set(system.view(runnerConfigs).map(({ manifest }) => manifest));
  const words = new Set(system.manifests.map(({ name }) => name));
  const read = (text: string): void => {
    for (const [word] of text.matchAll(/[a-z0-9][a-z0-9.-]*[a-z0-9]/g)) words.add(word);
  };
  for (const { manifest, text } of system.view(scriptsOf)) if (!configs.has(manifest)) read(text);
  for (const { containers } of system.workloads)
    for (const { value } of containers)
      for (const variable of listOf(value.env)) read(textOf(at(variable, 'value')) ?? '');
  return words;
}
