/** What the templates of pods share. */
export const meta = (name: string) => ({ name, labels: { 'app.kubernetes.io/name': 'sample' } });
export const labels = { app: 'sample' };

export const container = {
  name: 'main',
  image: 'alpine:3.22',
  imagePullPolicy: 'IfNotPresent',
  command: ['sleep', '1d'],
  env: [
    { name: 'LEVEL', value: '1' },
    { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
    { name: 'KEY', valueFrom: { secretKeyRef: { name: 'keys', key: 'access', optional: true } } },
  ],
  envFrom: [{ configMapRef: { name: 'settings' } }],
  ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: 1, memory: '128Mi' } },
  readinessProbe: { httpGet: { path: '/', port: 'http' }, periodSeconds: 5 },
  livenessProbe: { tcpSocket: { port: 8080 } },
  lifecycle: { preStop: { exec: { command: ['true'] } } },
  volumeMounts: [
    { name: 'work', mountPath: '/work' },
    { name: 'settings', mountPath: '/etc/settings', readOnly: true },
  ],
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, runAsUser: 1000 },
};

export const pod = {
  containers: [container],
  initContainers: [{ name: 'first', image: 'alpine:3.22' }],
  volumes: [
    { name: 'work', emptyDir: { sizeLimit: '1Gi' } },
    { name: 'settings', configMap: { name: 'settings', items: [{ key: 'a', path: 'b/c' }] } },
  ],
  securityContext: { runAsNonRoot: true, fsGroup: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'cache', effect: 'NoSchedule' }],
  nodeSelector: { 'kubernetes.io/os': 'linux' },
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: labels },
    },
  ],
  affinity: {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: 10,
          podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: labels } },
        },
      ],
    },
  },
};

export const template = { metadata: { labels }, spec: pod };
export const ending = { metadata: { labels }, spec: { ...pod, restartPolicy: 'Never' } };
export const rbac = 'rbac.authorization.k8s.io';
