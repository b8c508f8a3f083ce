import type { Path } from '../../config/fault';
import type { Row } from '../row';

/** A chart whose values are understood. */
export interface Chart {
  /** As `helm install` names it. */
  readonly name: string;
  readonly family: 'minio' | 'runner';
  /** What holds where the values say nothing, and matters here. */
  readonly implied: readonly (readonly [Path, unknown])[];
  readonly rows: readonly Row[];
}
