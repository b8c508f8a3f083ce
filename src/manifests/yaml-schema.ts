import {
  boolYaml11Tag,
  defineScalarTag,
  FAILSAFE_SCHEMA,
  mergeTag,
  NOT_RESOLVED,
  nullYaml11Tag,
} from 'js-yaml';

/**
 * What a plain word means to kubectl, Argo CD and the API server, all of which read YAML with Go's yaml.v2: `n` and `on`
 * are booleans and `0644` is a number with base 8, but a date and `1:30` are text. (sigs.k8s.io/yaml, goyaml.v2/resolve.go)
 */
export const KUBERNETES_YAML = FAILSAFE_SCHEMA.withTags(
  nullYaml11Tag,
  boolYaml11Tag,
  defineScalarTag<number>('tag:yaml.org,2002:int', {
    implicit: true,
    implicitFirstChars: Array.from('+-0123456789'),
    resolve: (source) => integerOf(source.replaceAll('_', '')) ?? NOT_RESOLVED,
    identify: () => false,
  }),
  defineScalarTag<number>('tag:yaml.org,2002:float', {
    implicit: true,
    implicitFirstChars: Array.from('+-.0123456789'),
    resolve: (source) => SPECIAL[source] ?? fractionOf(source.replaceAll('_', '')) ?? NOT_RESOLVED,
    identify: () => false,
  }),
  mergeTag,
);

const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const SPECIAL: Readonly<Record<string, number>> = {
  '.inf': Infinity,
  '.Inf': Infinity,
  '.INF': Infinity,
  '+.inf': Infinity,
  '-.inf': -Infinity,
  '-.Inf': -Infinity,
  '.nan': NaN,
  '.NaN': NaN,
  '.NAN': NaN,
};

function integerOf(source: string): number | undefined {
  const [, sign, hexadecimal, binary, octal, decimal] = INTEGER.exec(source) ?? [];
  const [digits, base] = [
    [hexadecimal, 16] as const,
    [binary, 2] as const,
    [octal, 8] as const,
    [decimal, 10] as const,
  ].find(([text]) => text !== undefined) ?? [undefined, 10];
  if (digits === undefined) return undefined;
  const value = Number.parseInt(digits, base);
  return sign === '-' && value !== 0 ? -value : value;
}

/** What is too large for a float stays a text. */
function fractionOf(source: string): number | undefined {
  return FLOAT.test(source) && Number.isFinite(Number(source)) ? Number(source) : undefined;
}
