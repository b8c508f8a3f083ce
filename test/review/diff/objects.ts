/** Short objects of which a test says the part that it is about, in flow style. */

export function deployment(spec: string, container = '{}', pod = '{}'): string {
  return template('Deployment', spec, container, pod);
}

export function statefulSet(spec: string): string {
  return template('StatefulSet', spec, '{}', '{}');
}

export function daemonSet(spec: string): string {
  return template('DaemonSet', spec, '{}', '{}');
}

function template(kind: string, spec: string, container: string, pod: string): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata: { name: a, namespace: ns }
spec:
  <<: ${spec}
  selector: { matchLabels: { app: a } }
  template:
    metadata: { labels: { app: a } }
    spec:
      <<: ${pod}
      containers: [{ <<: ${container}, name: c }]
`;
}

/** An object with a part beside its name. */
export function object(type: string, part: string): string {
  const [apiVersion = '', kind = ''] = type.split(' ');
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a, namespace: ns }\n${part}\n`;
}

export const rolling = (more: string): string => `{ strategy: { type: RollingUpdate${more} } }`;
export const probe = (more: string): string => `{ readinessProbe: { httpGet: { port: 1${more} } } }`;
export const volume = (source: string): string => `{ volumes: [{ name: v${source} }] }`;
export const service = (spec: string): string => object('v1 Service', `spec: { ${spec} }`);
export const policy = (spec: string): string =>
  object('networking.k8s.io/v1 NetworkPolicy', `spec: { ${spec} }`);
export const role = (rules: string): string =>
  object('rbac.authorization.k8s.io/v1 Role', `rules: [${rules}]`);
export const job = (spec: string): string => object('batch/v1 Job', `spec: { ${spec} }`);
export const secret = (part: string): string => object('v1 Secret', part);
export const issuer = (spec: string): string => object('cert-manager.io/v1 Issuer', `spec: { ${spec} }`);
export const budget = (spec: string): string => object('policy/v1 PodDisruptionBudget', `spec: { ${spec} }`);
