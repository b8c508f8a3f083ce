import type { Construct } from 'constructs';

/** Where the S3 keys come from, as the charts see it. */
export interface SecretWriter {
  /** Adds a Secret with `accesskey` and `secretkey`, or nothing where somebody else brings it. */
  readonly write: (scope: Construct, secret: KeySecret) => void;
  /** The Job that fills the Secrets is needed. */
  readonly filledByJob: boolean;
  /** A key in `s3access` that appears when the keys of this rotation are there; pods wait for it. */
  readonly marker: string | undefined;
}

export interface KeySecret {
  readonly namespace: string;
  readonly name: string;
  /** Whose keys they are. */
  readonly holder:
    | { readonly kind: 'root' }
    /** A runner has its keys twice: for its manager, and beside MinIO. */
    | { readonly kind: 'runner'; readonly name: string; readonly isCopy: boolean };
}
