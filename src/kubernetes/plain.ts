import type { k8s } from 'cdk8s-plus-27';

/**
 * A type of cdk8s-plus-27 as it stands in the YAML: quantities and ports as text and numbers instead of wrapper
 * classes, enums as their words, and fields under the names that the API server knows.
 */
export type Plain<T> = T extends k8s.Quantity | k8s.IntOrString
  ? string | number
  : T extends string
    ? `${T}`
    : T extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : T extends object
        ? { readonly [Key in keyof T as ApiName<Key>]: Plain<T[Key]> }
        : T;

type ApiName<Key> = Key extends keyof typeof API_NAMES ? (typeof API_NAMES)[Key] : Key;

/** Fields whose name in TypeScript is not that of the API. A test finds them again in the types' own code. */
export const API_NAMES = {
  clientIp: 'clientIP',
  clusterIp: 'clusterIP',
  datasetUuid: 'datasetUUID',
  diskUri: 'diskURI',
  downwardApi: 'downwardAPI',
  externalId: 'externalID',
  hostIp: 'hostIP',
  hostIpc: 'hostIPC',
  hostPid: 'hostPID',
  insecureSkipTlsVerify: 'insecureSkipTLSVerify',
  loadBalancerIp: 'loadBalancerIP',
  nodeId: 'nodeID',
  nonResourceUrLs: 'nonResourceURLs',
  openApiv3Schema: 'openAPIV3Schema',
  pdId: 'pdID',
  podCidRs: 'podCIDRs',
  podCidr: 'podCIDR',
  providerId: 'providerID',
  scaleIo: 'scaleIO',
  setHostnameAsFqdn: 'setHostnameAsFQDN',
  storagePolicyId: 'storagePolicyID',
  targetCpuUtilizationPercentage: 'targetCPUUtilizationPercentage',
  targetWwNs: 'targetWWNs',
  volumeId: 'volumeID',
} as const;
