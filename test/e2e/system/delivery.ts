import { join } from 'node:path';
import { get, patch, remove, tryGet } from '../cluster/api';
import type { KubeObject } from '../cluster/objects';
import { run } from '../cluster/run';
import { until, untilTrue } from '../cluster/until';
import { Repository } from '../git/repository';
import { PREFIX, type Wish } from './configuration';
import { System } from './system';

const ARGOCD = 'argocd';

interface Application extends KubeObject {
  readonly operation?: object;
  readonly status?: {
    readonly sync?: { readonly status: string; readonly revision?: string };
    readonly health?: { readonly status: string };
    readonly operationState?: { readonly phase: string; readonly message?: string };
    readonly conditions?: readonly { readonly type: string; readonly message: string }[];
    readonly resources?: readonly Resource[];
  };
}

interface Resource {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly status?: string;
  readonly health?: { readonly status: string };
}

/** A system that Argo CD syncs from a repository of its own. */
export class Delivery {
  readonly system: System;
  readonly name: string;
  private readonly repository = new Repository();
  private repoUrl = '';

  constructor(name: string, wish: Wish) {
    this.name = `${PREFIX}${name}`;
    this.system = new System(name, wish);
  }

  /** As docs/gitops.md has it: a commit, the two objects of an administrator, the token. */
  async begin(): Promise<void> {
    this.repoUrl = await this.repository.open(new URL(process.env.E2E_GITLAB ?? '').hostname);
    await this.commit();
    await this.administer();
    await untilTrue('the namespaces', 60, async () => {
      const there = this.system.namespaces().map((name) => tryGet('namespaces', undefined, name));
      return (await Promise.all(there)).every((namespace) => namespace !== undefined);
    });
    await this.system.giveTokens();
  }

  /** Another configuration; Argo CD is told that there is a new commit. */
  async commit(wish: Partial<Wish> = {}, delivery: object = {}): Promise<void> {
    const { name, repoUrl } = this;
    await this.system.write({
      ...wish,
      delivery: { kind: 'argocd', repoUrl, targetRevision: 'main', project: name, ...delivery },
    });
    await this.repository.commit(this.system.manifests.folder);
    if ((await tryGet('applications', ARGOCD, name)) !== undefined) await this.refresh('normal');
  }

  /** Applies what stands beside the synced folder. */
  async administer(): Promise<void> {
    await run('kubectl', ['apply', '-f', join(this.system.manifests.dist, 'argocd')]);
  }

  /** Looks at Git again, and with `hard` makes all manifests again; waits until that is done. */
  async refresh(how: 'normal' | 'hard'): Promise<void> {
    const key = 'argocd.argoproj.io/refresh';
    await patch('applications', ARGOCD, this.name, { metadata: { annotations: { [key]: how } } });
    await untilTrue('a refresh', 60, async () => {
      const { metadata } = await this.application();
      return metadata.annotations?.[key] === undefined;
    });
  }

  application(): Promise<Application> {
    return get<Application>('applications', ARGOCD, this.name);
  }

  /** Applies everything, whether it differs or not, with these sync options; waits for the end of it. */
  async sync(syncOptions: readonly string[]): Promise<void> {
    const operation = { sync: { revision: 'main', syncOptions }, initiatedBy: { username: 'e2e' } };
    await patch('applications', ARGOCD, this.name, { operation });
    await untilTrue('a sync', 120, async () => {
      const { operation: waiting, status } = await this.application();
      return waiting === undefined && status?.operationState?.phase === 'Succeeded';
    });
  }

  /** Synced and Healthy, with no sync under way, and every workload of the newest commit is up. */
  async settled(seconds = 120): Promise<void> {
    await until(
      `${this.name} to be Synced and Healthy`,
      seconds,
      async () => {
        const { status } = await this.application();
        const is = [status?.sync?.status, status?.health?.status, status?.operationState?.phase];
        return is.join(' ') === 'Synced Healthy Succeeded' ? true : undefined;
      },
      () => this.explain(),
    );
    await this.system.settled(seconds);
  }

  /** What differs, by Argo CD's own word. */
  async drift(): Promise<readonly string[]> {
    const { status } = await this.application();
    return (status?.resources ?? [])
      .filter((resource) => resource.status !== undefined && resource.status !== 'Synced')
      .map(({ kind, namespace = '', name, status: its = '' }) => `${kind} ${namespace}/${name} ${its}`);
  }

  /** All but the namespaces, which stay by design. */
  async remove(): Promise<void> {
    await remove('applications', ARGOCD, this.name);
    await remove('appprojects', ARGOCD, this.name);
    await this.system.remove();
    this.repository.close();
  }

  private async explain(): Promise<string> {
    const { status } = await this.application();
    const { resources = [], ...rest } = status ?? {};
    const ill = resources.filter(
      ({ status: its, health }) => its !== 'Synced' || (health?.status ?? 'Healthy') !== 'Healthy',
    );
    return `${JSON.stringify({ ...rest, ill }, undefined, 1).slice(0, 6000)}\n${await this.system.explain()}`;
  }
}
