import type { Manifest } from '../../manifests/manifest';
import { textsOf, type Path } from '../../manifests/value';
import type { System } from '../system';

/** A text that a ConfigMap or Secret holds, as its reader gets it. */
export interface StoredText {
  readonly manifest: Manifest;
  readonly path: Path;
  readonly key: string;
  readonly text: string;
  /** Then a line inside of it is no line of the file. */
  readonly isEncoded: boolean;
}

/** What ConfigMaps and Secrets hold. Of a Secret `stringData` wins over `data`; what is no base64 is left out. */
export function storedTextsOf(system: System): readonly StoredText[] {
  return [
    ...system.ofKind('', 'ConfigMap').flatMap((manifest) => textsIn(manifest, 'data', (text) => text)),
    ...system.ofKind('', 'Secret').flatMap((manifest) => {
      const plain = textsIn(manifest, 'stringData', (text) => text);
      const said = new Set(plain.map(({ key }) => key));
      return [...plain, ...textsIn(manifest, 'data', decoded).filter(({ key }) => !said.has(key))];
    }),
  ];
}

function textsIn(
  manifest: Manifest,
  field: 'data' | 'stringData',
  read: (text: string) => string | undefined,
): readonly StoredText[] {
  return Object.entries(textsOf(manifest.at(field))).flatMap(([key, value]): StoredText[] => {
    const text = read(value);
    const isEncoded = read === decoded;
    return text === undefined ? [] : [{ manifest, path: [field, key], key, text, isEncoded }];
  });
}

/** As the API server takes it: padded, with line ends anywhere. */
function decoded(text: string): string | undefined {
  const base64 = text.replace(/[\r\n]/g, '');
  return BASE64.test(base64) && base64.length % 4 === 0
    ? Buffer.from(base64, 'base64').toString('utf8')
    : undefined;
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
