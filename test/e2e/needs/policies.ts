import { setTimeout as sleep } from 'node:timers/promises';
import { apply } from '../cluster/api';
import { attemptsScript, outcomesOf } from '../system/attempts';
import { Stranger } from '../system/stranger';

/** Does this cluster drop what a NetworkPolicy forbids? Asked with a real connection, before and after the policy. */
export async function enforcesPolicies(): Promise<boolean> {
  const [server, client] = await Promise.all([
    Stranger.open('policies-server'),
    Stranger.open('policies-client'),
  ]);
  await server.run([
    'while :; do printf "HTTP/1.0 200 OK\\r\\n\\r\\n" | nc -l -p 8000; done >/dev/null 2>&1 &',
  ]);
  const script = attemptsScript({ it: { method: 'GET', url: `http://${await server.address()}:8000/` } });
  const reaches = async (): Promise<boolean> => outcomesOf(await client.run(script)).it === '200';
  if (!(await reaches()))
    throw new Error('Two pods without a NetworkPolicy do not reach each other on this cluster');
  await apply([
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'deny', namespace: server.namespace },
      spec: { podSelector: {}, policyTypes: ['Ingress'] },
    },
  ]);
  // A policy needs a moment to reach the nodes.
  await sleep(3000);
  const reached = await reaches();
  await Promise.all([server, client].map((pod) => pod.close()));
  return !reached;
}
