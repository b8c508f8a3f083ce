import { join } from 'node:path';
import { get, linesOf, list, remove } from '../cluster/api';
import type { Pod, Workload } from '../cluster/objects';
import { until, untilTrue } from '../cluster/until';
import type { System } from './system';

type JobName = 'minio-keys' | 'minio-bucket-init';

/** Starts the Job of the synthesized manifests, alone, and kills its pod: no grace, no goodbye. */
export class JobKiller {
  constructor(
    private readonly system: System,
    private readonly name: JobName,
  ) {}

  /** Deletes what is there of the Job and applies it; returns its pod, which may not run yet. */
  async start(): Promise<Pod> {
    const { store, manifests } = this.system;
    const job = manifests.find('Job', this.name).metadata.name;
    const before = (await this.pods(job)).map(({ metadata }) => metadata.uid);
    await remove('jobs', store, job);
    await manifests.apply(join(store, `Job.${job}.k8s.yaml`));
    return until(`a pod of ${job}`, 60, async () => {
      const pods = await this.pods(job);
      return pods.find(({ metadata }) => !before.includes(metadata.uid));
    });
  }

  async kill({ metadata }: Pod): Promise<void> {
    await remove('pods', this.system.store, metadata.name, true);
  }

  /** Kills it when it has said so many lines. Returns what it had said when it was dead. */
  async killAfter(lines: number): Promise<readonly string[]> {
    const pod = await this.start();
    const { name } = pod.metadata;
    await untilTrue(`${name} to run`, 120, async () => {
      const { status } = await get<Pod>('pods', this.system.store, name);
      return status.phase !== 'Pending';
    });
    const heard: string[] = [];
    if (lines === 0) await this.kill(pod);
    for await (const line of linesOf(this.system.store, name, this.name)) {
      if (heard.push(line) === lines) await this.kill(pod);
    }
    return heard;
  }

  /** Waits until every Job of the name is complete, those of earlier commits too; returns how many pods have failed. */
  async done(): Promise<number> {
    return until(
      `every ${this.name} to be complete`,
      180,
      async () => {
        const labels = { 'app.kubernetes.io/name': this.name };
        const jobs = await list<Workload>('jobs', this.system.store, labels);
        return jobs.every(({ status }) => status?.succeeded === 1) ? failedPods(jobs) : undefined;
      },
      () => this.system.explain(),
    );
  }

  private pods(job: string): Promise<readonly Pod[]> {
    return list<Pod>('pods', this.system.store, { 'batch.kubernetes.io/job-name': job });
  }
}

const failedPods = (jobs: readonly Workload[]): number =>
  jobs.reduce((failed, { status }) => failed + (status?.failed ?? 0), 0);
