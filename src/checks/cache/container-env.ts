import { at, isMap, listOf, textOf, type Path } from '../../manifests/value';
import type { Container, Workload } from '../../manifests/workload';
import type { System } from '../../system/system';
import { storedTextsOf, type StoredText } from '../../system/runners/stored-texts';

/** An environment variable of a container. */
export interface Variable {
  readonly workload: Workload;
  readonly name: string;
  readonly path: Path;
  readonly source:
    | { readonly kind: 'literal'; readonly text: string }
    | { readonly kind: 'secret'; readonly name: string; readonly key: string }
    | { readonly kind: 'other' };
}

export function variablesOf(workload: Workload, { value, path }: Container): readonly Variable[] {
  return listOf(value.env).flatMap((variable, index): Variable[] => {
    const name = textOf(at(variable, 'name'));
    if (name === undefined) return [];
    return [{ workload, name, path: [...path, 'env', index], source: sourceOf(variable) }];
  });
}

function sourceOf(variable: Parameters<typeof at>[0]): Variable['source'] {
  const from = at(variable, 'valueFrom');
  if (!isMap(from)) return { kind: 'literal', text: textOf(at(variable, 'value')) ?? '' };
  const [name, key] = [textOf(at(from, 'secretKeyRef', 'name')), textOf(at(from, 'secretKeyRef', 'key'))];
  return name === undefined || key === undefined ? { kind: 'other' } : { kind: 'secret', name, key };
}

/** Whether more variables come from objects that are not looked into. */
export function hasEnvFrom({ value }: Container): boolean {
  return listOf(value.envFrom).length > 0;
}

/** What Secrets hold, by `namespace/name/key`. */
export function secretTexts(system: System): ReadonlyMap<string, StoredText> {
  return new Map(
    system
      .view(storedTextsOf)
      .filter(({ manifest }) => manifest.kind === 'Secret')
      .map((stored) => [secretPlace(stored.manifest.namespace, stored.manifest.name, stored.key), stored]),
  );
}

export function secretPlace(namespace: string, name: string, key: string): string {
  return JSON.stringify([namespace, name, key]);
}

/** What a variable holds; undefined where the files do not say. */
export function textIn(system: System, { source, workload }: Variable): string | undefined {
  if (source.kind === 'literal') return source.text;
  if (source.kind === 'other') return undefined;
  const place = secretPlace(workload.manifest.namespace, source.name, source.key);
  return system.view(secretTexts).get(place)?.text;
}
