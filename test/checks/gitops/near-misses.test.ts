import { GITOPS_CHECKS } from '../../../src/checks/gitops';
import { found } from '../case';

const told = (text: string): string[] => found(text, GITOPS_CHECKS).map(({ check }) => check);
const configMap = (metadata: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  namespace: minio\n${metadata}`;
const annotated = (annotation: string): string =>
  configMap(`  name: settings\n  annotations:\n    ${annotation}\n`);
const claim = (wave: number, spec = ''): string => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
  namespace: minio
  annotations: { argocd.argoproj.io/sync-wave: "${String(wave)}", argocd.argoproj.io/sync-options: Prune=false }
spec: { accessModes: [ReadWriteOnce]${spec} }
---`;
const pod = (kind: string, more: string): string => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: minio, namespace: minio }
spec:
  template:
    spec:
      automountServiceAccountToken: false
${more}
---`;
const MOUNTS = '      volumes: [{ name: a, persistentVolumeClaim: { claimName: data } }]';
const SECRET = (optional: boolean): string =>
  `      volumes: [{ name: a, secret: { secretName: keys, optional: ${String(optional)} } }]`;
const LATER_SECRET = `
apiVersion: v1
kind: Secret
metadata: { name: keys, namespace: minio, annotations: { argocd.argoproj.io/sync-wave: "1" } }
stringData: { user: someone }
`;

test.each([
  ['a space between two options', annotated('argocd.argoproj.io/sync-options: "Delete=false, Prune=false"')],
  ['a negative wave', annotated('argocd.argoproj.io/sync-wave: "-10"')],
  ['two hooks', annotated('argocd.argoproj.io/hook: PreSync,PostSync')],
  ['an annotation of a newer Argo CD', annotated('argocd.argoproj.io/brand-new-thing: "true"')],
  [
    'a label of somebody else',
    configMap('  name: a\n  labels: { app.kubernetes.io/managed-by: kustomize }\n'),
  ],
  ['creationTimestamp: null', configMap('  name: a\n  creationTimestamp: null\n')],
  ['a claim in the wave of its pod', claim(0) + pod('Deployment', MOUNTS)],
  ['a claim that nobody mounts', claim(-1)],
  ['a claim that is bound to a volume already', claim(-1, ', volumeName: pv-1') + pod('Deployment', MOUNTS)],
  ['a later Secret that is optional', pod('Deployment', SECRET(true)) + LATER_SECRET],
  [
    'a Secret with the empty token that the runner asks for',
    'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { runner-token: glrt-x, runner-registration-token: "" }\n',
  ],
  [
    'a Job that deletes itself, where nobody uses Argo CD',
    'apiVersion: batch/v1\nkind: Job\nmetadata: { name: a }\nspec: { ttlSecondsAfterFinished: 5 }\n',
  ],
  [
    'a hook that deletes itself',
    'apiVersion: batch/v1\nkind: Job\nmetadata: { name: a, annotations: { argocd.argoproj.io/hook: Sync } }\nspec: { ttlSecondsAfterFinished: 5, template: { spec: { automountServiceAccountToken: false } } }\n',
  ],
  [
    'a claim without protection, where nobody uses Argo CD',
    'apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: a }\n',
  ],
  [
    'a status of a definition',
    'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: { name: a }\nstatus: { conditions: [] }\n',
  ],
])('%s is no fault', (_, text) => {
  expect(told(text)).toEqual([]);
});

test('a later Secret that is not optional is one', () => {
  expect(told(pod('Deployment', SECRET(false)) + LATER_SECRET)).toEqual(['secret-in-later-wave']);
});

test('a word that resembles nothing known may be of a later Argo CD', () => {
  const [finding] = found(annotated('argocd.argoproj.io/sync-options: Xyzzy=42'), GITOPS_CHECKS);
  expect(finding).toMatchObject({ check: 'unknown-sync-option', severity: 'warning' });
});

test('a value that is empty in a file that fills others is likely meant', () => {
  const severities = (data: string): string[] =>
    found(`apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: ${data}\n`, GITOPS_CHECKS).map(
      ({ check, severity }) => `${check} ${severity}`,
    );
  expect(severities('{ password: "" }')).toEqual(['secret-value-emptied warning']);
  expect(severities('{ user: "", password: "" }')).toEqual(Array(2).fill('secret-value-emptied warning'));
  expect(severities('{ user: someone, password: "" }')).toEqual(['secret-value-emptied note']);
});

test('a pod does not wait for a Secret that none of its containers mounts', () => {
  const mounting = (name: string): string =>
    pod(
      'Deployment',
      `${SECRET(false)}\n      containers: [{ name: a, volumeMounts: [{ name: ${name}, mountPath: /a }] }]`,
    ) + LATER_SECRET;
  expect(told(mounting('a'))).toContain('secret-in-later-wave');
  expect(told(mounting('b'))).not.toContain('secret-in-later-wave');
});
