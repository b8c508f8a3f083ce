import { isMap, mapOf, textOf, textsOf, type ValueMap } from '../../../manifests/value';
import { DATA_KEY } from '../forms';
import type { Mistake } from '../mistake';
import { isSet, refused, refusedForm, type Demands, type ObjectDemand } from './demand';

/** ConfigMaps and Secrets. (kubernetes, pkg/apis/core/validation, ValidateConfigMap and ValidateSecret) */
export const DATA_DEMANDS: Demands = {
  'core.v1.ConfigMap': [dataKeys(['data', 'binaryData']), inBoth, size(['data'])],
  'core.v1.Secret': [dataKeys(['data', 'stringData']), secretType, size(['stringData'])],
};

function dataKeys(fields: readonly string[]): ObjectDemand {
  return (object) =>
    fields.flatMap((field) =>
      Object.keys(mapOf(object[field]))
        .filter((key) => !DATA_KEY.accepts(key))
        .map((key) => refusedForm('data-key', [field, key], key, DATA_KEY, 'key')),
    );
}

function inBoth({ data, binaryData }: ValueMap): readonly Mistake[] {
  return Object.keys(mapOf(binaryData))
    .filter((key) => Object.hasOwn(mapOf(data), key))
    .map((key) =>
      refused(
        'duplicate-entry',
        ['binaryData', key],
        `"${key}" stands in "data" too`,
        'remove one of the two',
      ),
    );
}

const MEBIBYTE = 1024 * 1024;

function size(fields: readonly string[]): ObjectDemand {
  return (object) =>
    fields.flatMap((field) => {
      const bytes = Object.values(textsOf(object[field])).reduce(
        (sum, text) => sum + Buffer.byteLength(text),
        0,
      );
      return bytes > MEBIBYTE
        ? [
            refused(
              'value-form',
              [field],
              `This has ${String(bytes)} bytes, more than a mebibyte`,
              'split it',
            ),
          ]
        : [];
    });
}

/** Which keys a Secret of a type must have; of the last two any one. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

const ACCOUNT = 'kubernetes.io/service-account.name';

function secretType(secret: ValueMap): readonly Mistake[] {
  const type = textOf(secret.type) ?? '';
  const keys = new Set([...Object.keys(mapOf(secret.data)), ...Object.keys(mapOf(secret.stringData))]);
  if (type === 'kubernetes.io/service-account-token') {
    return isSet(mapOf(mapOf(secret.metadata).annotations)[ACCOUNT])
      ? []
      : [
          refused(
            'secret-type',
            ['type'],
            'A token belongs to a ServiceAccount',
            `write the annotation "${ACCOUNT}"`,
          ),
        ];
  }
  if (type === 'kubernetes.io/basic-auth' && !keys.has('username') && !keys.has('password')) {
    return [lacks(type, 'username')];
  }
  const missing = (KEYS[type] ?? []).filter((key) => !keys.has(key)).map((key) => lacks(type, key));
  return missing.length > 0 ? missing : dockerConfig(secret);
}

function lacks(type: string, key: string): Mistake {
  return refused(
    'secret-type',
    ['type'],
    `A Secret of type "${type}" has the key "${key}"`,
    `write the key, or the type "Opaque"`,
  );
}

function dockerConfig({ type, data, stringData }: ValueMap): readonly Mistake[] {
  const key = {
    'kubernetes.io/dockerconfigjson': '.dockerconfigjson',
    'kubernetes.io/dockercfg': '.dockercfg',
  }[textOf(type) ?? ''];
  if (key === undefined) return [];
  const [plain, encoded] = [textOf(mapOf(stringData)[key]), textOf(mapOf(data)[key])];
  const field = plain === undefined ? 'data' : 'stringData';
  const text = plain ?? (encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString());
  return text === undefined || isJsonMap(text)
    ? []
    : [
        refused(
          'secret-type',
          [field, key],
          'This is no JSON',
          'write what "docker login" writes to its config.json',
        ),
      ];
}

function isJsonMap(text: string): boolean {
  try {
    const value = JSON.parse(text) as ValueMap | null;
    return value === null || isMap(value);
  } catch {
    return false;
  }
}
