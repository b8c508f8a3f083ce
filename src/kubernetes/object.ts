import { ApiObject } from 'cdk8s';
import type { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Plain } from './plain';

/**
 * A Kubernetes object with typed fields and plain output. The types are those of cdk8s-plus-27; its classes are not
 * used, because they drop what they do not know without a word.
 */
export function kubeObject<Kind extends keyof Kinds>(
  scope: Construct,
  kind: Kind,
  fields: Plain<Kinds[Kind]> & Metadata,
): ApiObject {
  const id = `${kind}-${fields.metadata.name}`;
  const object: { apiVersion: string; kind: Kind } = { apiVersion: API_VERSIONS[kind], kind, ...fields };
  return new ApiObject(scope, id, object);
}

/** Each object says its name itself, and its namespace where it has one. */
interface Metadata {
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
}

interface Kinds {
  ConfigMap: k8s.KubeConfigMapProps;
  Deployment: k8s.KubeDeploymentProps;
  Job: k8s.KubeJobProps;
  Namespace: k8s.KubeNamespaceProps;
  NetworkPolicy: k8s.KubeNetworkPolicyProps;
  PersistentVolumeClaim: k8s.KubePersistentVolumeClaimProps;
  Role: k8s.KubeRoleProps;
  RoleBinding: k8s.KubeRoleBindingProps;
  Secret: k8s.KubeSecretProps;
  Service: k8s.KubeServiceProps;
  ServiceAccount: k8s.KubeServiceAccountProps;
}

export type Kind = keyof Kinds;

/** A test holds this against the types' own table. */
export const API_VERSIONS: Readonly<Record<Kind, string>> = {
  ConfigMap: 'v1',
  Deployment: 'apps/v1',
  Job: 'batch/v1',
  Namespace: 'v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  PersistentVolumeClaim: 'v1',
  Role: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  Secret: 'v1',
  Service: 'v1',
  ServiceAccount: 'v1',
};

export type PodSpec = Plain<k8s.PodSpec>;
export type Container = Plain<k8s.Container>;
export type EnvVar = Plain<k8s.EnvVar>;
export type Volume = Plain<k8s.Volume>;
export type Lifecycle = Plain<k8s.Lifecycle>;
export type PolicyRule = Plain<k8s.PolicyRule>;
export type EgressRule = Plain<k8s.NetworkPolicyEgressRule>;
export type IngressRule = Plain<k8s.NetworkPolicyIngressRule>;
export type PodTemplate = Plain<k8s.PodTemplateSpec>;
