import type { Value } from '../manifests/value';

/** A quantity as a number, `1500m` as 1.5; undefined for what is none. (apimachinery, pkg/api/resource/quantity.go) */
export function quantity(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value;
  const [, number, suffix = '', exponent] = typeof value === 'string' ? (QUANTITY.exec(value) ?? []) : [];
  if (number === undefined) return undefined;
  const factor = exponent === undefined ? SUFFIXES[suffix] : 10 ** Number(exponent);
  return factor === undefined ? undefined : Number(number) * factor;
}

const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([KMGTPE]i|[numkMGTPE])|[eE]([+-]?\d+))?$/;

const SUFFIXES: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};
