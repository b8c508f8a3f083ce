import { quantity } from '../../api/quantity';
import type { Value } from '../../manifests/value';
import { shownValue, type Mistake } from './mistake';

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
