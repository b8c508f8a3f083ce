import { NEWEST } from '../../src/api/release';
import type { Graph } from '../../src/graph/graph';
import { graphOf } from '../../src/graph/graph-of';
import { manifestsOf } from '../../src/manifests/manifests';
import { System } from '../../src/system/system';

export function graphIn(...documents: readonly string[]): Graph {
  const text = documents.join('\n---\n');
  return graphOf(new System(manifestsOf([{ path: 'case.yaml', text }]), NEWEST));
}

/** `a -talks-> b TCP 9000`, with the ids of nodes. */
export function edgesIn(...documents: readonly string[]): readonly string[] {
  return graphIn(...documents).edges.map(({ from, kind, to, text }) =>
    `${from} -${kind}-> ${to} ${text}`.trim(),
  );
}

export function deployment(name: string, spec: string, namespace = 'one'): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: ${spec}`;
}

export const SERVER = deployment('server', '{ containers: [{ name: c, ports: [{ containerPort: 9000 }] }] }');
export const CLIENT = deployment('client', '{ containers: [{ name: c, args: ["http://server:80/x"] }] }');
export const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: server, namespace: one }
spec: { selector: { app: server }, ports: [{ port: 80, targetPort: 9000 }] }`;
export const SECRET = 'apiVersion: v1\nkind: Secret\nmetadata: { name: keys, namespace: one }';

export function policy(spec: string, name = 'policy'): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: one }
spec: ${spec}`;
}

export function role(verbs: string, names: string): string {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: role, namespace: one }
rules: [{ apiGroups: [""], resources: [secrets], verbs: [${verbs}]${names} }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: role, namespace: one }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: role }
subjects: [{ kind: ServiceAccount, name: robot, namespace: two }]`;
}

export function runner(executor: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata: { name: config, namespace: one }
data:
  config.toml: |
    [[runners]]
      name = "web"
      url = "https://gitlab.example.com"
      executor = "${executor}"
      [runners.kubernetes]
        namespace = "jobs"
---
${deployment('manager', '{ containers: [{ name: c }], volumes: [{ name: v, configMap: { name: config } }] }')}`;
}
