import type { Place } from '../../text/lines';
import type { RiskClass } from '../risk/classes';

/** Somebody knows what a change means and wants it all the same. */
export interface Waiver {
  /** `Deployment/minio/minio`; `*` stands for any text. */
  readonly object: string;
  /** Of the cluster, such as `clusters/prod`; `*` stands for any text. Undefined: in each. */
  readonly folder: string | undefined;
  readonly class: RiskClass;
  readonly reason: string;
  /** The last day that it counts, such as `2026-12-31`. */
  readonly until: string;
  readonly place: Place;
}

/** What is wrong in a file of waivers, and where. */
export interface WaiverFault {
  readonly place: Place;
  readonly message: string;
}
