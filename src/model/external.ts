import type { DnsSubdomain } from './kubernetes-name';
import type { GoDuration } from './refresh-interval';

/** What External Secrets Operator reads, and how often. */
export interface ExternalSource {
  readonly store: SecretStore;
  /** `onChange`: only when the ExternalSecret itself changes, as it does when `rotation` is counted up. */
  readonly refreshInterval: GoDuration | 'onChange';
}

/** Somebody else's object, which holds the login to Vault or a cloud's store. */
export interface SecretStore {
  /** A SecretStore is needed in each namespace that has a Secret of it. */
  readonly kind: 'ClusterSecretStore' | 'SecretStore';
  readonly name: DnsSubdomain;
}

/** Where one value lies in the store. */
export interface RemoteValue {
  /** The secret, by its path or name. */
  readonly key: string;
  /** One value of several in it; absent where it is only one. */
  readonly property?: string | undefined;
  /** Absent is the newest. */
  readonly version?: string | undefined;
}

export interface RemoteKeys {
  readonly accesskey: RemoteValue;
  readonly secretkey: RemoteValue;
}

export interface RemoteRunnerKeys extends RemoteKeys {
  /** The access key before the last rotation, which running jobs still use. */
  readonly previous?: RemoteValue | undefined;
}

/** What a store calls a secret, a property or a version. The text itself is never told: people put the secret there. */
export function remoteName(text: string): string {
  if (!REMOTE_NAME.test(text)) {
    throw new RangeError(
      'Cannot use this name in the store: expected 1 to 1024 characters without white space at either end, such as "ci/minio"',
    );
  }
  if (/^(?:glrt-|GR1348941)/.test(text)) {
    throw new RangeError(
      'Cannot use a token here: expected the name of what holds it in the store; put the token into the store',
    );
  }
  return text;
}

/** No control character anywhere. */
export const REMOTE_NAME = /^(?!\s)[^\u0000-\u001f\u007f-\u009f]{1,1024}(?<!\s)$/;
