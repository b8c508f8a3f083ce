import { apply, list, logOf, podsOf, tryGet } from '../cluster/api';
import { isReady, isSettled, type KubeObject, type Pod, type Workload } from '../cluster/objects';
import { removeNamespaces } from '../cluster/namespaces';
import { until } from '../cluster/until';
import { CiRunner } from './ci-jobs';
import { runnersOf, storeNamespace, tokenOf, type Wish } from './configuration';
import { registerRunner } from './gitlab';
import { Manifests } from './manifests';

/** What runner-cache makes of one configuration, on the cluster: MinIO and its runners, in namespaces of their own. */
export class System {
  readonly manifests: Manifests;
  readonly store: string;
  /** All that there ever were. */
  runners: readonly CiRunner[] = [];

  constructor(
    readonly name: string,
    private wish: Wish,
  ) {
    this.manifests = new Manifests(name);
    this.store = storeNamespace(name);
    this.remember();
  }

  /** Synthesizes, gives each runner its token, and applies; does not wait. */
  async apply(): Promise<void> {
    await this.prepare();
    await this.manifests.apply();
  }

  /** All but the last step of `apply`: the namespaces are there, and the tokens. */
  async prepare(): Promise<void> {
    await this.manifests.synth(this.wish);
    await this.manifests.apply('00-namespaces');
    await this.giveTokens();
  }

  /** To each runner, in its namespace. */
  async giveTokens(): Promise<void> {
    await this.registerTokens();
    for (const { namespace } of this.runners) {
      const token = tokenOf(namespace);
      const metadata = { name: 'gitlab-runner-token', namespace };
      await apply([{ apiVersion: 'v1', kind: 'Secret', metadata, stringData: { token } }]);
    }
  }

  /** GitLab knows them from now on. */
  async registerTokens(): Promise<void> {
    for (const { namespace, tag } of this.runners) await registerRunner(tokenOf(namespace), [tag]);
  }

  /** Takes over another configuration, as a commit would; does not wait. */
  async change(wish: Partial<Wish>): Promise<void> {
    await this.write(wish);
    await this.apply();
  }

  /** Synthesizes another configuration; applies nothing. */
  async write(wish: Partial<Wish> = {}): Promise<void> {
    this.wish = { ...this.wish, ...wish };
    this.remember();
    await this.manifests.synth(this.wish);
  }

  private remember(): void {
    const known = this.runners.map(({ name }) => name);
    const added = runnersOf(this.wish).filter(({ name }) => !known.includes(name));
    this.runners = [...this.runners, ...added.map(({ name }) => new CiRunner(this.name, name))];
  }

  runner(name = 'main'): CiRunner {
    const found = this.runners.find((runner) => runner.name === name);
    if (found === undefined) throw new Error(`There is no runner ${name} in ${this.name}`);
    return found;
  }

  manager(name = 'main'): Promise<Workload> {
    return this.workload(this.runner(name).namespace, 'gitlab-runner');
  }

  minio(): Promise<Workload> {
    return this.workload(this.store, 'minio');
  }

  keeper(): Promise<Workload> {
    return this.workload(this.store, 'minio-bucket-keeper');
  }

  private async workload(namespace: string, name: string): Promise<Workload> {
    const found = await tryGet<Workload>('deployments', namespace, name);
    if (found === undefined) throw new Error(`There is no Deployment ${namespace}/${name}`);
    return found;
  }

  /** Waits until every Deployment is available with its newest template, and every Job of this commit is complete. */
  async settled(seconds = 240): Promise<void> {
    const awaited = this.manifests.read().filter(({ kind }) => ['Deployment', 'Job'].includes(kind));
    await until(
      `${this.name} to be up`,
      seconds,
      async () => {
        const live = await Promise.all(awaited.map(liveOf));
        return live.every((workload) => workload !== undefined && isSettled(workload)) ? true : undefined;
      },
      () => this.explain(),
    );
  }

  /** The pods of a workload, once all of them are ready and none of those of before is left. */
  async replaced(workload: Workload, before: readonly Pod[], seconds = 180): Promise<readonly Pod[]> {
    const old = before.map(({ metadata }) => metadata.uid);
    return until(
      `new pods of ${workload.metadata.name}`,
      seconds,
      async () => {
        const pods = await podsOf(workload);
        const all = pods.length > 0 && pods.every((pod) => isReady(pod) && !old.includes(pod.metadata.uid));
        return all ? pods : undefined;
      },
      () => this.explain(),
    );
  }

  /** Everything that it made; waits until the namespaces are gone. */
  async remove(): Promise<void> {
    await removeNamespaces(this.namespaces());
    this.manifests.remove();
  }

  namespaces(): readonly string[] {
    return [this.store, ...this.runners.flatMap(({ namespace, jobNamespace }) => [namespace, jobNamespace])];
  }

  /** Which pods there are, why they wait, and what those say that are not ready. */
  async explain(): Promise<string> {
    const pods = (await Promise.all(this.namespaces().map((name) => list<Pod>('pods', name)))).flat();
    const lines = pods.map(async (pod) => {
      const { metadata, status } = pod;
      const statuses = status.containerStatuses ?? [];
      const waits = statuses.map(({ state }) => state.waiting?.reason ?? '').join(' ');
      const logs = await Promise.all(
        isReady(pod) || status.phase === 'Succeeded'
          ? []
          : statuses.map(({ name }) => logOf(metadata.namespace ?? '', metadata.name, name)),
      );
      return `${metadata.namespace ?? ''}/${metadata.name} ${status.phase} ${waits}\n${logs.join('\n').slice(-2000)}`;
    });
    return (await Promise.all(lines)).join('\n');
  }
}

function liveOf({ kind, metadata }: KubeObject): Promise<Workload | undefined> {
  return tryGet<Workload>(kind === 'Job' ? 'jobs' : 'deployments', metadata.namespace, metadata.name);
}
