import { mkdtempSync, mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namespaces, removeNamespaces } from './cluster/namespaces';
import { createGitLab } from './gitlab/server';
import { addressForPods } from './needs/address';
import { hasArgocd } from './needs/argocd';
import { enforcesPolicies } from './needs/policies';
import { startProxy, stopProxy } from './needs/proxy';
import { demandCluster, demandNeeds } from './needs/needs';
import { PREFIX } from './system/configuration';

/** Once, before all test files: says what is missing, removes what an earlier run left, starts the GitLab stand-in. */
export default async function setup(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'runner-cache-e2e-run-'));
  process.env.E2E_FACTS = join(folder, 'facts.jsonl');
  process.env.E2E_TURNS = join(folder, 'turns');
  mkdirSync(process.env.E2E_TURNS);
  process.env.E2E_PROXY = await startProxy();
  await prepare().catch((error: unknown) => {
    stopProxy();
    throw error;
  });
}

async function prepare(): Promise<void> {
  await demandCluster();
  await demandNeeds();
  await removeNamespaces((await namespaces()).filter((name) => name.startsWith(PREFIX)));
  const host = await addressForPods();
  const gitlab = createGitLab();
  await new Promise<void>((resolve) =>
    gitlab.listen(Number(process.env.E2E_GITLAB_PORT ?? 0), '0.0.0.0', resolve),
  );
  gitlab.unref();
  const { port } = gitlab.address() as AddressInfo;
  process.env.E2E_GITLAB = `http://${host}:${port}`;
  process.env.E2E_GITLAB_CONTROL = `http://127.0.0.1:${port}`;
  process.env.E2E_ARGOCD = (await hasArgocd()) ? 'there' : 'not there';
  process.env.E2E_POLICIES = (await enforcesPolicies()) ? 'enforced' : 'not enforced';
}
