import type { Value } from '../../manifests/value';
import { shownValue, type Mistake } from './mistake';

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

export function quantityFaults(value: Value): readonly Mistake[] {
  return quantity(value) === undefined
    ? [quantityFault(value, typeof value === 'string' ? nearbyQuantity(value) : undefined)]
    : [];
}

function quantityFault(value: Value, near: string | undefined): Mistake {
  return {
    check: 'quantity-syntax',
    path: [],
    message: `${shownValue(value)} is no quantity, and the API server refuses the object`,
    remedy: near === undefined ? 'write a quantity such as "500m" or "1Gi"' : `write "${near}"`,
  };
}

/** People write `10GB`, `512 Mi`, `1gb` and `1,5`. */
function nearbyQuantity(text: string): string | undefined {
  const [, number, unit = ''] = /^\s*([\d.,]+)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  if (number === undefined) return undefined;
  const near = `${number.replace(',', '.')}${UNITS[unit.toLowerCase()] ?? unit}`;
  return quantity(near) === undefined ? undefined : near;
}

const UNITS: Readonly<Record<string, string>> = {
  kb: 'k',
  kib: 'Ki',
  ki: 'Ki',
  mb: 'M',
  mib: 'Mi',
  mi: 'Mi',
  gb: 'G',
  gib: 'Gi',
  gi: 'Gi',
  g: 'G',
  tb: 'T',
  tib: 'Ti',
  ti: 'Ti',
  t: 'T',
};
