import { apply, remove } from '../cluster/api';
import { run, tryRun } from '../cluster/run';
import { jobImage, PREFIX } from '../system/configuration';

const NAMESPACE = `${PREFIX}policies`;

/** Does this cluster drop what a NetworkPolicy forbids? Asked with a real connection, before and after the policy. */
export async function enforcesPolicies(): Promise<boolean> {
  const pod = (name: string, ...command: string[]): object => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: NAMESPACE, labels: { app: name } },
    spec: {
      terminationGracePeriodSeconds: 0,
      containers: [{ name: 'it', image: jobImage(), command }],
    },
  });
  await apply([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } },
    pod('server', 'sh', '-c', 'while :; do echo hello | nc -l -p 8000; done'),
    pod('client', 'sleep', '600'),
  ]);
  await run('kubectl', ['wait', '-n', NAMESPACE, 'pod', '--all', '--for=condition=Ready', '--timeout=120s']);
  const address = await run('kubectl', [
    'get',
    'pod',
    '-n',
    NAMESPACE,
    'server',
    '-o',
    'jsonpath={.status.podIP}',
  ]);
  const reaches = async (): Promise<boolean> => {
    const connect = ['exec', '-n', NAMESPACE, 'client', '--', 'nc', '-w', '3', address, '8000'];
    return (await tryRun('kubectl', connect)).stdout.includes('hello');
  };
  if (!(await reaches()))
    throw new Error('Two pods without a NetworkPolicy do not reach each other on this cluster');
  await apply([
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'deny', namespace: NAMESPACE },
      spec: { podSelector: { matchLabels: { app: 'server' } }, policyTypes: ['Ingress'] },
    },
  ]);
  // A policy needs a moment to reach the nodes.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const reached = await reaches();
  await remove('namespaces', undefined, NAMESPACE);
  return !reached;
}
