import { randomBytes } from 'node:crypto';
import { list } from '../cluster/api';
import type { Pod } from '../cluster/objects';
import { until } from '../cluster/until';
import type { CacheSpec, JobReport, JobSpec } from '../gitlab/state';
import { jobNamespace, runnerNamespace } from './configuration';
import { enqueue, reportOf } from './gitlab';

/** Longest wait for one job, its place in the queue included. */
const SECONDS = 240;

export interface JobWish {
  readonly script: readonly string[];
  readonly cache?: readonly CacheSpec[];
  readonly project?: number;
  readonly variables?: Readonly<Record<string, string>>;
  readonly timeout?: number;
  /** The job runs there, or the test fails. */
  readonly node?: string;
}

/** A runner of an installed system, as those see it who give it jobs. */
export class CiRunner {
  readonly namespace: string;
  readonly jobNamespace: string;
  /** What a job asks for to come to this runner. */
  readonly tag: string;

  constructor(
    system: string,
    readonly name: string,
  ) {
    this.namespace = runnerNamespace(system, name);
    this.jobNamespace = jobNamespace(system, name);
    this.tag = this.namespace;
  }

  /** Queues a job and returns its id. */
  queue({ node, ...wish }: JobWish): Promise<number> {
    const choice =
      node === undefined ? {} : { KUBERNETES_NODE_SELECTOR_E2E: `kubernetes.io/hostname=${node}` };
    const spec: JobSpec = {
      name: `job-${randomBytes(3).toString('hex')}`,
      project: wish.project ?? 42,
      ref: 'main',
      tags: [this.tag],
      script: wish.script,
      variables: { ...choice, ...wish.variables },
      cache: wish.cache ?? [],
      image: undefined,
      timeout: wish.timeout ?? 600,
    };
    return enqueue(spec);
  }

  /** Queues a job and waits for its end, whatever that is. */
  async run(wish: JobWish): Promise<JobReport> {
    const id = await this.queue(wish);
    if (wish.node !== undefined) await this.demandNode(id, wish.node);
    return finished(id);
  }

  /** The pod of a job, once it has a node; undefined if the job ended before it was seen. */
  podOf(id: number): Promise<Pod | 'ended'> {
    return until(`the pod of job ${id}`, SECONDS, async () => {
      const pods = await list<Pod>('pods', this.jobNamespace);
      const its = pods.find(
        ({ metadata, spec }) =>
          metadata.annotations?.['job.runner.gitlab.com/id'] === String(id) && spec.nodeName !== undefined,
      );
      return its ?? ((await reportOf(id)).finishedAt === undefined ? undefined : 'ended');
    });
  }

  private async demandNode(id: number, node: string): Promise<void> {
    const pod = await this.podOf(id);
    if (pod !== 'ended' && pod.spec.nodeName !== node) {
      throw new Error(`Job ${id} runs on ${pod.spec.nodeName ?? ''} instead of ${node}`);
    }
  }
}

export async function finished(id: number, seconds = SECONDS): Promise<JobReport> {
  return until(
    `the end of job ${id}`,
    seconds,
    async () => {
      const job = await reportOf(id);
      return job.finishedAt === undefined ? undefined : job;
    },
    async () => JSON.stringify(await reportOf(id), undefined, 1),
  );
}

/** Waits until a running job's log has `text` on a line of its own. */
export async function logged(id: number, text: string): Promise<void> {
  await until(`"${text}" in the log of job ${id}`, SECONDS, async () => {
    const { trace, finishedAt } = await reportOf(id);
    if (trace.split(/[\r\n]+/).some((line) => line.endsWith(text) && !line.includes('echo'))) return true;
    if (finishedAt !== undefined) throw new Error(`Job ${id} ended without "${text}":\n${trace}`);
    return undefined;
  });
}
