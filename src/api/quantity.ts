import type { Value } from '../manifests/value';

/** A quantity as a number, `1500m` as 1.5; undefined for what is none. (apimachinery, pkg/api/resource/quantity.go) */
export function quantity(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value;
  const [, number, suffix = '', exponent] = typeof value === 'string' ? (QUANTITY.exec(value) ?? []) : [];
  if (number === undefined) return undefined;
  const power = exponent ?? DECIMAL[suffix];
  // As one number, so that 2.3 and 2300m, or 1.1k and 1100, are not a rounding apart.
  if (power !== undefined) return Number(`${number}e${String(power)}`);
  const factor = BINARY[suffix];
  return factor === undefined ? undefined : Number(number) * factor;
}

const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([KMGTPE]i|[numkMGTPE])|[eE]([+-]?\d+))?$/;

/** Powers of ten. */
const DECIMAL: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

const BINARY: Readonly<Record<string, number>> = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};
