import type { Construct } from 'constructs';
import {
  ExternalSecret,
  ExternalSecretSpecDataRemoteRefConversionStrategy as Conversion,
  ExternalSecretSpecDataRemoteRefDecodingStrategy as Decoding,
  ExternalSecretSpecDataRemoteRefMetadataPolicy as MetadataPolicy,
  ExternalSecretSpecRefreshPolicy as RefreshPolicy,
  ExternalSecretSpecSecretStoreRefKind as StoreKind,
  ExternalSecretSpecTargetCreationPolicy as CreationPolicy,
  ExternalSecretSpecTargetDeletionPolicy as DeletionPolicy,
  ExternalSecretSpecTargetTemplateEngineVersion as EngineVersion,
  ExternalSecretSpecTargetTemplateMergePolicy as MergePolicy,
  type ExternalSecretSpecData,
} from '../../imports/external-secrets.io';
import { accepting } from '../kubernetes/acceptance';
import type { ExternalSource, RemoteValue, SecretStore } from '../model/external';
import { labelsOf } from '../model/names';

export interface ExternalSecretProps {
  readonly namespace: string;
  /** Also that of the Secret. */
  readonly name: string;
  readonly source: ExternalSource;
  /** Where each key of the Secret lies. */
  readonly values: Readonly<Record<string, RemoteValue>>;
  /** Keys that stand in the Secret as they are. */
  readonly fixed: Readonly<Record<string, string>>;
}

/**
 * An object of which External Secrets Operator makes the Secret of its name. What the operator's definitions of any
 * release since 0.16 fill in is written out, or Argo CD would see a difference for ever. Without a template, the Secret
 * would get all labels and annotations of this object, with those by which Argo CD tells what is its own.
 */
export function externalSecret(scope: Construct, props: ExternalSecretProps): void {
  const { namespace, name, source, values, fixed } = props;
  const labels = labelsOf(name);
  new ExternalSecret(scope, `ExternalSecret-${name}`, {
    metadata: { name, namespace, annotations: accepting(STORE_FROM_ELSEWHERE), labels },
    spec: {
      secretStoreRef: { kind: STORE_KINDS[source.store.kind], name: source.store.name },
      ...refreshOf(source),
      target: {
        name,
        // The Secret goes with this object. What the store loses, it keeps: running pods need it.
        creationPolicy: CreationPolicy.OWNER,
        deletionPolicy: DeletionPolicy.RETAIN,
        template: {
          engineVersion: EngineVersion.V2,
          // Beside what was read, and not in its place.
          mergePolicy: MergePolicy.MERGE,
          type: 'Opaque',
          metadata: { labels },
          ...(Object.keys(fixed).length === 0 ? {} : { data: fixed }),
        },
      },
      data: Object.entries(values).map(([secretKey, value]) => dataOf(secretKey, value)),
    },
  });
}

/** It holds a login, which never belongs into the repository of these files. */
const STORE_FROM_ELSEWHERE = {
  'not-in-these-files': 'whoever runs the operator keeps the store and its login in the cluster',
} as const;

const STORE_KINDS: Readonly<Record<SecretStore['kind'], StoreKind>> = {
  ClusterSecretStore: StoreKind.CLUSTER_SECRET_STORE,
  SecretStore: StoreKind.SECRET_STORE,
};

function refreshOf({ refreshInterval }: ExternalSource): {
  readonly refreshPolicy: RefreshPolicy;
  readonly refreshInterval: string;
} {
  return refreshInterval === 'onChange'
    ? { refreshPolicy: RefreshPolicy.ON_CHANGE, refreshInterval: UNREAD_INTERVAL }
    : { refreshPolicy: RefreshPolicy.PERIODIC, refreshInterval };
}

/** What the API server would fill in; the policy passes it over. */
const UNREAD_INTERVAL = '1h0m0s';

/** Not `nullBytePolicy`: a release before 2.3 does not know it. */
function dataOf(secretKey: string, { key, property, version }: RemoteValue): ExternalSecretSpecData {
  return {
    secretKey,
    remoteRef: {
      key,
      ...(property === undefined ? {} : { property }),
      ...(version === undefined ? {} : { version }),
      conversionStrategy: Conversion.DEFAULT,
      decodingStrategy: Decoding.NONE,
      metadataPolicy: MetadataPolicy.NONE,
    },
  };
}
