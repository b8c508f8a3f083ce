import type { Ciphertext } from './ciphertext';

/** Where ciphertext can be opened: in the Secret of one name, in one namespace, or anywhere in the cluster. */
export const SEAL_SCOPES = ['strict', 'namespace-wide', 'cluster-wide'] as const;
export type SealScope = (typeof SEAL_SCOPES)[number];

/** What ciphertext is bound to; how much of it counts depends on the scope. */
export interface SealedPlace {
  readonly scope: SealScope;
  readonly namespace: string;
  readonly secret: string;
}

/** The ciphertext of one Secret, and where it can be opened. */
export interface SealedEntry extends SealedPlace {
  /** That of the certificate it was sealed with: `sha256:` and 64 hex digits. */
  readonly certificate: string;
  /** Of the keys of a runner: for which `credentials.rotation` they were made. Root keys and tokens have none. */
  readonly rotation?: number | undefined;
  /** By the keys of the Secret. */
  readonly values: Readonly<Record<string, Ciphertext>>;
}

/** By what they are for, as `SealTarget` says it. */
export type SealedEntries = Readonly<Record<string, SealedEntry>>;

/** Whether ciphertext for one place can be opened at another. */
export function opensAt(sealed: SealedPlace, wanted: SealedPlace): boolean {
  return sealLabel(sealed) === sealLabel(wanted);
}

/** What the ciphertext is bound to, as the controller counts it. (sealed-secrets, pkg/crypto, EncryptionLabel) */
export function sealLabel({ scope, namespace, secret }: SealedPlace): string {
  return { strict: `${namespace}/${secret}`, 'namespace-wide': namespace, 'cluster-wide': '' }[scope];
}
