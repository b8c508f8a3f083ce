import type { Keys } from './access-key';
import type { BucketName } from './bucket-name';
import type { CachePath } from './cache-path';
import type { Delivery } from './delivery';
import type { Endpoint } from './endpoint';
import type { ExternalSource, RemoteKeys, RemoteRunnerKeys, RemoteValue } from './external';
import type { GitlabUrl } from './gitlab-url';
import type { ImageReference } from './image';
import type { DnsLabel, DnsSubdomain } from './kubernetes-name';
import type { SealedEntries, SealScope } from './sealed';
import type { Settings } from './settings';
import type { Size } from './size';
import type { Version } from './version';

/** Everything that can be configured, fully resolved: no default is left to be found, no name to be joined. */
export interface Model {
  readonly gitlab: Gitlab;
  readonly cache: CachePolicy;
  readonly store: MinioStore;
  readonly credentials: Credentials;
  /** What `runner-cache seal` has written, where something is sealed. */
  readonly sealed: SealedEntries;
  /** One or more, each with namespaces of its own. */
  readonly runners: readonly Runner[];
  readonly images: Images;
  readonly cluster: Cluster;
  readonly delivery: Delivery;
  /** Of all objects, in the order of the file. */
  readonly exceptions: readonly AcceptedFinding[];
}

/** What `check` finds and somebody accepts. */
export interface AcceptedFinding {
  readonly check: string;
  /** `Kind/namespace/name` or `Kind/name`; may end in `*`. */
  readonly object: string;
  readonly reason: string;
}

export interface Gitlab {
  readonly url: GitlabUrl;
  /** Secret with `ca.crt` in each runner's namespace, where GitLab has a private CA. */
  readonly caSecret: DnsSubdomain | undefined;
}

/** What holds for every archive of the store. */
export interface CachePolicy {
  /** Days after its upload that an archive is deleted; counted by the server, rounded up to a day. */
  readonly expireAfterDays: number | 'never';
  /** The runner uploads nothing larger; 0 is no limit. */
  readonly maxArchive: Size;
  readonly verify: 'boot' | 'off';
  /** Each new value empties the buckets once. */
  readonly purgeToken: string | undefined;
}

export interface MinioStore {
  readonly kind: 'minio';
  readonly namespace: DnsLabel;
  readonly storage: Storage;
  readonly region: string;
  readonly endpoint: Endpoint;
  readonly server: ServerImage;
  /** Has `sh`, `mc` and `curl`; runs the Jobs. */
  readonly toolsImage: ImageReference;
}

export type Storage =
  /** The node's disk; gone with the pod. */
  | { readonly kind: 'ephemeral'; readonly size: Size }
  /** A PersistentVolumeClaim. `storageClass` undefined is the cluster's default class. */
  | { readonly kind: 'volume'; readonly size: Size; readonly storageClass: DnsSubdomain | undefined }
  /** The node's memory; gone with the pod, and counted to its memory limit. */
  | { readonly kind: 'memory'; readonly size: Size };

export interface ServerImage {
  readonly reference: ImageReference;
  readonly hasShell: boolean;
}

export type Credentials =
  | { readonly kind: 'generated'; readonly rotation: number }
  | { readonly kind: 'existing'; readonly rotation: number }
  | { readonly kind: 'sealed'; readonly rotation: number; readonly scope: SealScope }
  | {
      readonly kind: 'plaintext';
      readonly rotation: number;
      readonly root: Keys;
      /** By runner name. */
      readonly runners: Readonly<Record<string, Keys>>;
    }
  | (ExternalSource & {
      readonly kind: 'externalSecrets';
      readonly rotation: number;
      readonly root: RemoteKeys;
      /** By runner name. */
      readonly runners: Readonly<Record<string, RemoteRunnerKeys>>;
    });

export interface Runner {
  readonly name: DnsLabel;
  readonly namespace: DnsLabel;
  readonly token: RunnerToken;
  /** Jobs at once. */
  readonly concurrent: number;
  readonly image: ImageReference;
  readonly version: Version;
  /** Undefined where the runner's own choice is right: no mirror, and the node's architecture decides. */
  readonly helperImage: ImageReference | undefined;
  readonly jobs: Jobs;
  readonly cache: RunnerCacheLocation;
  readonly settings: Settings;
}

export type RunnerToken =
  | { readonly kind: 'existing'; readonly secret: DnsSubdomain; readonly key: string }
  | {
      readonly kind: 'sealed';
      readonly secret: DnsSubdomain;
      readonly key: string;
      readonly scope: SealScope;
    }
  | {
      readonly kind: 'plaintext';
      readonly secret: DnsSubdomain;
      readonly key: string;
      readonly value: string;
    }
  | (ExternalSource & {
      readonly kind: 'externalSecrets';
      readonly secret: DnsSubdomain;
      readonly key: string;
      readonly remote: RemoteValue;
    });

export interface Jobs {
  readonly namespace: DnsLabel;
  /** For jobs that name none. */
  readonly image: ImageReference;
  /** Docker-in-Docker as a service: the only privileged container. */
  readonly docker: boolean;
}

export interface RunnerCacheLocation {
  readonly bucket: BucketName;
  readonly path: CachePath;
  /** One cache for all runners with this bucket and path. */
  readonly shared: boolean;
}

export interface Cluster {
  readonly kubernetes: Version;
  readonly domain: DnsSubdomain;
  /** TCP ports where API servers listen. NetworkPolicies see the port behind the Service, which differs by distribution. */
  readonly apiServerPorts: readonly number[];
}

export interface Images {
  /** A mirror's host and path; empty where there is none. Every image in the model has it already. */
  readonly registry: string;
  readonly pullPolicy: 'IfNotPresent' | 'Always' | 'Never';
}

/** Each bucket once, in the order of its first runner. */
export function bucketsOf({ runners }: Pick<Model, 'runners'>): readonly BucketName[] {
  return [...new Set(runners.map(({ cache }) => cache.bucket))];
}
