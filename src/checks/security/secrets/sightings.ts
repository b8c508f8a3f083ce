import type { Manifest } from '../../../manifests/manifest';
import { at, listOf, mapOf, textOf, textsOf, type Path } from '../../../manifests/value';
import type { Workload } from '../../../manifests/workload';
import type { System } from '../../../system/system';
import { secretOfName, secretsIn, type SecretInText } from '../../../findings/secret-text';
import { remembered } from '../../../text/remembered';

export type SecretRoom = 'ConfigMap' | 'environment' | 'command' | 'annotation';

/** A secret that anybody can read who can read the file. */
export interface Sighting extends SecretInText {
  readonly manifest: Manifest;
  readonly path: Path;
  readonly room: SecretRoom;
}

/** The secrets outside of Secrets. */
export function sightingsOf(system: System): readonly Sighting[] {
  const read = remembered(secretsIn);
  return [
    ...system.manifests.flatMap((manifest) => inAnnotations(read, manifest)),
    ...system.ofKind('', 'ConfigMap').flatMap((manifest) => inConfigMap(read, manifest)),
    ...system.workloads.flatMap((workload) => [
      ...inEnvironment(read, workload),
      ...inCommands(read, workload),
      ...inTemplateAnnotations(read, workload),
    ]),
  ];
}

type Read = typeof secretsIn;

function* inTexts(
  read: Read,
  manifest: Manifest,
  room: SecretRoom,
  path: Path,
  texts: Readonly<Record<string, string>>,
): Generator<Sighting> {
  for (const [key, text] of Object.entries(texts)) {
    const named = text.includes('\n') ? undefined : secretOfName(key, text);
    const found = named === undefined ? read(text) : [{ ...named, line: 0 }];
    for (const secret of found) yield { manifest, path: [...path, key], room, ...secret };
  }
}

function inAnnotations(read: Read, manifest: Manifest): readonly Sighting[] {
  const annotations = textsOf(manifest.at('metadata', 'annotations'));
  return [...inTexts(read, manifest, 'annotation', ['metadata', 'annotations'], annotations)];
}

function inTemplateAnnotations(
  read: Read,
  { manifest, templatePath, annotations }: Workload,
): readonly Sighting[] {
  if (templatePath.length === 0) return [];
  return [
    ...inTexts(read, manifest, 'annotation', [...templatePath, 'metadata', 'annotations'], annotations),
  ];
}

function inConfigMap(read: Read, manifest: Manifest): readonly Sighting[] {
  return [
    ...inTexts(read, manifest, 'ConfigMap', ['data'], textsOf(manifest.at('data'))),
    ...inTexts(read, manifest, 'ConfigMap', ['binaryData'], textsOf(manifest.at('binaryData'))),
  ];
}

function inEnvironment(read: Read, { manifest, containers }: Workload): readonly Sighting[] {
  return containers.flatMap(({ path, value }) =>
    listOf(value.env).flatMap((variable, index) => {
      const [name, text] = [textOf(at(variable, 'name')), textOf(at(variable, 'value'))];
      if (name === undefined || text === undefined) return [];
      return [...inTexts(read, manifest, 'environment', [], { [name]: text })].map((sighting) => ({
        ...sighting,
        path: [...path, 'env', index, 'value'],
      }));
    }),
  );
}

function inCommands(read: Read, { manifest, containers }: Workload): readonly Sighting[] {
  return containers.flatMap(({ path, value }) =>
    ['command', 'args'].flatMap((field) =>
      listOf(value[field]).flatMap((text, index) =>
        read(textOf(text) ?? '').map((secret) => ({
          ...secret,
          manifest,
          room: 'command' as const,
          path: [...path, field, index],
        })),
      ),
    ),
  );
}

/** A value of a Secret, decoded. */
export interface SecretValue {
  readonly manifest: Manifest;
  readonly path: Path;
  readonly key: string;
  readonly text: string;
}

export function secretValuesOf(system: System): readonly SecretValue[] {
  return system.ofKind('', 'Secret').flatMap((manifest) =>
    (['data', 'stringData'] as const).flatMap((field) =>
      Object.entries(mapOf(manifest.at(field))).flatMap(([key, value]): SecretValue[] => {
        const text = textOf(value);
        if (text === undefined) return [];
        const decoded = field === 'data' ? Buffer.from(text, 'base64').toString() : text;
        return [{ manifest, path: [field, key], key, text: decoded }];
      }),
    ),
  );
}
