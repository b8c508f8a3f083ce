import { join } from 'node:path';
import { linesOf, list, remove } from '../cluster/api';
import type { Pod } from '../cluster/objects';
import { until } from '../cluster/until';
import type { JobName } from './run-again';
import type { System } from './system';

/** Starts the Job of the synthesized manifests, alone, and kills its pod: no grace, no goodbye. */
export class JobKiller {
  constructor(
    private readonly system: System,
    private readonly name: JobName,
  ) {}

  /** Deletes what is there of the Job and applies it; returns its pod once that runs. */
  async start(): Promise<Pod> {
    const { store, manifests } = this.system;
    const job = manifests.find('Job', this.name).metadata.name;
    const before = (await this.pods(job)).map(({ metadata }) => metadata.uid);
    await remove('jobs', store, job);
    await manifests.apply(join(store, `Job.${job}.k8s.yaml`));
    return until(
      `a pod of ${job} to run`,
      120,
      async () => {
        const pods = (await this.pods(job)).filter(({ metadata }) => !before.includes(metadata.uid));
        return pods.find(({ status }) => status.phase !== 'Pending');
      },
      () => this.system.explain(),
    );
  }

  async kill({ metadata }: Pod): Promise<void> {
    await remove('pods', this.system.store, metadata.name, true);
  }

  /** Kills it when it has said so many lines. Returns what it had said when it was dead. */
  async killAfter(lines: number): Promise<readonly string[]> {
    const pod = await this.start();
    const heard: string[] = [];
    if (lines === 0) await this.kill(pod);
    for await (const line of linesOf(this.system.store, pod.metadata.name, this.name)) {
      if (heard.push(line) === lines) await this.kill(pod);
    }
    return heard;
  }

  private pods(job: string): Promise<readonly Pod[]> {
    return list<Pod>('pods', this.system.store, { 'batch.kubernetes.io/job-name': job });
  }
}
