import { join } from 'node:path';
import { patch, remove, tryGet } from '../cluster/api';
import { applicationOf, ARGOCD, differing, said, type Application } from '../cluster/applications';
import { run } from '../cluster/run';
import { until, untilTrue } from '../cluster/until';
import { Repository } from '../git/repository';
import { PREFIX, type Wish } from './configuration';
import { keySourceOf, type KeySource } from './key-source';
import { System } from './system';

/** A system that Argo CD syncs from a repository of its own, by one Application or several. */
export class Delivery {
  readonly system: System;
  readonly keySource: KeySource;
  /** Of the project, and how the names of all Applications begin. */
  readonly project: string;
  private readonly repository = new Repository();
  private repoUrl = '';
  private applications: readonly string[] = [];

  /** `how` is what stands below `delivery` in `runner-cache.yaml` besides the repository. */
  constructor(
    name: string,
    wish: Wish,
    private how: object = {},
  ) {
    this.project = `${PREFIX}${name}`;
    this.system = new System(name, wish);
    this.keySource = keySourceOf(this.system, wish);
  }

  /** As docs/gitops.md has it, also on a second cluster: a commit, the objects of an administrator, the keys and tokens that Git has not. */
  async begin(): Promise<void> {
    if (this.repoUrl === '')
      this.repoUrl = await this.repository.open(new URL(process.env.E2E_GITLAB ?? '').hostname);
    await this.keySource.before();
    await this.commit();
    await this.administer();
    await this.give();
  }

  /** What Git has not, once the namespaces are there. */
  private async give(): Promise<void> {
    await untilTrue('the namespaces', 60, async () => {
      const there = this.system.namespaces().map((name) => tryGet('namespaces', undefined, name));
      return (await Promise.all(there)).every((namespace) => namespace !== undefined);
    });
    await this.keySource.after();
  }

  /** Another configuration; Argo CD is told that there is a new commit. */
  async commit(wish: Partial<Wish> = {}, how: object = {}): Promise<void> {
    await this.write(wish, how);
    await this.publish();
  }

  /** A configuration that asks for more than the project allows: first the administrator, then the commit. */
  async grow(wish: Partial<Wish>, rotation: number): Promise<void> {
    await this.write(wish, {});
    await this.keySource.before(rotation);
    await this.administer();
    await this.publish();
    await this.give();
  }

  private async write(wish: Partial<Wish>, how: object): Promise<void> {
    this.how = { ...this.how, ...how };
    const { project, repoUrl } = this;
    const delivery = { kind: 'argocd', repoUrl, targetRevision: 'main', project, ...this.how };
    await this.system.write({ ...wish, delivery });
    const all = this.system.manifests.read();
    this.applications = all.filter(({ kind }) => kind === 'Application').map(({ metadata }) => metadata.name);
  }

  private async publish(): Promise<void> {
    await this.repository.commit(this.system.manifests.folder);
    const there = await Promise.all(this.names().map((name) => tryGet('applications', ARGOCD, name)));
    await this.refresh(
      'normal',
      this.names().filter((_, index) => there[index] !== undefined),
    );
  }

  /** The Applications of the newest commit. */
  names(): readonly string[] {
    return this.applications;
  }

  private state(): Promise<readonly Application[]> {
    return Promise.all(this.applications.map(applicationOf));
  }

  /** Applies what stands beside the synced folder. */
  async administer(): Promise<void> {
    await run('kubectl', ['apply', '-f', join(this.system.manifests.dist, 'argocd')]);
  }

  /** Looks at Git again, and with `hard` makes all manifests again; waits until that is done. */
  async refresh(how: 'normal' | 'hard', names = this.names()): Promise<void> {
    const key = 'argocd.argoproj.io/refresh';
    for (const name of names) {
      await patch('applications', ARGOCD, name, { metadata: { annotations: { [key]: how } } });
      await untilTrue('a refresh', 60, async () => {
        const { metadata } = await applicationOf(name);
        return metadata.annotations?.[key] === undefined;
      });
    }
  }

  /** Applies everything, whether it differs or not, with these sync options; waits for the end of it. */
  async sync(syncOptions: readonly string[]): Promise<void> {
    const operation = { sync: { revision: 'main', syncOptions }, initiatedBy: { username: 'e2e' } };
    for (const name of this.names()) {
      await patch('applications', ARGOCD, name, { operation });
      await untilTrue('a sync', 120, async () => {
        const { operation: waiting, status } = await applicationOf(name);
        return waiting === undefined && status?.operationState?.phase === 'Succeeded';
      });
    }
  }

  /** Synced and Healthy, and no sync is under way; there never was one where nothing differed. */
  async healthy(seconds = 120): Promise<void> {
    await until(
      `${this.project} to be Synced and Healthy`,
      seconds,
      async () => {
        const all = await this.state();
        const is = all.map(({ status }) =>
          [status?.sync?.status, status?.health?.status, status?.operationState?.phase ?? 'Succeeded'].join(
            ' ',
          ),
        );
        return is.every((text) => text === 'Synced Healthy Succeeded') ? true : undefined;
      },
      () => this.explain(),
    );
  }

  /** As `healthy`, and every workload of the newest commit is up. */
  async settled(seconds = 120): Promise<void> {
    await this.healthy(seconds);
    await this.system.settled(seconds);
  }

  async synced(seconds = 60): Promise<void> {
    await untilTrue('Synced', seconds, async () => {
      const all = await this.state();
      return all.every(({ status }) => status?.sync?.status === 'Synced');
    });
  }

  /** What differs, by Argo CD's own word. */
  async drift(): Promise<readonly string[]> {
    const all = await this.state();
    return all.flatMap(differing);
  }

  /** The Applications go; with `cascade`, what they have made goes first. */
  async end(cascade = false, names = this.names()): Promise<void> {
    const finalizers = ['resources-finalizer.argocd.argoproj.io'];
    for (const name of names) {
      if (cascade) await patch('applications', ARGOCD, name, { metadata: { finalizers } });
      await remove('applications', ARGOCD, name);
    }
    await untilTrue('the end of the Applications', 180, async () => {
      const left = await Promise.all(names.map((name) => tryGet('applications', ARGOCD, name)));
      return left.every((application) => application === undefined);
    });
  }

  /** All but the namespaces, which stay by design. */
  async remove(): Promise<void> {
    for (const name of this.names()) await remove('applications', ARGOCD, name);
    await remove('appprojects', ARGOCD, this.project);
    await this.system.remove();
    this.repository.close();
  }

  private async explain(): Promise<string> {
    const all = await this.state();
    return [...all.map(said), await this.system.explain()].join('\n');
  }
}
