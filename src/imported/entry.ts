import { pathText, type Path } from '../config/fault';
import type { Chart } from './charts/chart';
import type { Leaf } from './leaf';
import type { Verdict } from './row';

/** What became of one value. */
export interface Entry {
  readonly leaf: Leaf;
  /** Of the chart that knows the value; those that it does not know too. */
  readonly family: Chart['family'];
  /** The row that decided, such as `resources.**`; neighbours of one row are told together. */
  readonly row: string;
  readonly verdict: Verdict | { readonly kind: 'empty' };
}

/** A path of our configuration, as people write it. */
export function told(path: Path): string {
  return pathText(path).replace(/^runners\[0\]/, 'runners[]');
}
