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
    ...inBinaryData(read, manifest),
  ];
}

/** A line of what is decoded is none of the file. */
function inBinaryData(read: Read, manifest: Manifest): readonly Sighting[] {
  const decoded = Object.entries(textsOf(manifest.at('binaryData')))
    .map(([key, value]) => [key, Buffer.from(value, 'base64').toString()] as const)
    .filter(([, text]) => !/[\0\uFFFD]/.test(text));
  const found = inTexts(read, manifest, 'ConfigMap', ['binaryData'], Object.fromEntries(decoded));
  return Array.from(found, (sighting) => ({ ...sighting, line: 0 }));
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
    ['command', 'args'].flatMap((field) => {
      const words = listOf(value[field]).map((word) => textOf(word) ?? '');
      return words.flatMap((word, index) =>
        secretsOfWord(read, word, words[index - 1]).map((secret) => ({
          ...secret,
          manifest,
          room: 'command' as const,
          path: [...path, field, index],
        })),
      );
    }),
  );
}

/** `--password` names the word behind it. */
function secretsOfWord(read: Read, word: string, before = ''): readonly SecretInText[] {
  const flag = /^--?([a-z][\w-]*)$/i.exec(before)?.[1];
  const named = flag === undefined || word.startsWith('-') ? undefined : secretOfName(flag, word);
  return named === undefined ? read(word) : [{ ...named, line: 0 }];
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
