import { run } from '../cluster/run';
import type { JobReport } from '../gitlab/state';
import { finished, logged, type CiRunner, type JobWish } from './ci-jobs';
import { plainLog } from './job-log';

const HOLD = [
  'i=0; echo HOLDING; until [ -e /tmp/go ]; do sleep 1; i=$((i + 1)); echo "TICK $i"; done',
  'echo "TICKS $i"',
];

/** A job that runs until the test has done what it wants to do meanwhile. */
export class HeldJob {
  private constructor(
    private readonly runner: CiRunner,
    readonly id: number,
  ) {}

  /** Returns when the job has done its script, and waits. */
  static async start(runner: CiRunner, wish: JobWish): Promise<HeldJob> {
    const id = await runner.queue({ ...wish, script: [...wish.script, ...HOLD] });
    await logged(id, 'HOLDING');
    return new HeldJob(runner, id);
  }

  /** Lets it go, and waits for its end. */
  async end(): Promise<JobReport> {
    const pod = await this.runner.podOf(this.id);
    if (pod === 'ended') return finished(this.id);
    const { name } = pod.metadata;
    await run('kubectl', [
      'exec',
      '-n',
      this.runner.jobNamespace,
      name,
      '-c',
      'build',
      '--',
      'touch',
      '/tmp/go',
    ]);
    return finished(this.id);
  }
}

/** What is missing of a held job's log: the runner's checksum must agree, and each second be there, once. */
export function holesIn(job: JobReport): readonly string[] {
  const log = plainLog(job);
  const ticks = [...log.matchAll(/^TICK (\d+)$/gm)].map(([, second]) => Number(second));
  const all = Number(/^TICKS (\d+)$/m.exec(log)?.[1] ?? -1);
  const inOrder = ticks.length === all && ticks.every((second, index) => second === index + 1);
  return [
    ...(job.traceIsWhole === true ? [] : ['its checksum is not that of the runner']),
    ...(inOrder ? [] : [`it has the seconds ${ticks.join(' ')} of ${all}`]),
  ];
}
