import type { JobReport } from '../gitlab/state';
import { count } from '../../report/facts';
import { finished, type CiRunner, type JobWish } from './ci-jobs';
import { said } from './job-log';

const CACHE = { key: 'witness-non_protected', paths: ['.witness/'] };
const SHOW =
  'if [ -f .witness/it ]; then echo "WITNESS $(sha256sum <.witness/it)"; else echo "WITNESS gone"; fi';
const MAKE = 'mkdir -p .witness && head -c 1048576 /dev/urandom >.witness/it';

/** An archive that lies in the store before the first fault, and that jobs restore beside their own cache. */
export class Witness {
  private constructor(
    private readonly runner: CiRunner,
    private readonly sum: string,
  ) {}

  /** Saves it, in a job that may do something else as well. */
  static async save(runner: CiRunner, { script, cache = [] }: JobWish = { script: [] }) {
    const job = await runner.run({ script: [...script, MAKE, SHOW], cache: [...cache, CACHE] });
    return { job, witness: new Witness(runner, said(job, 'WITNESS') ?? '') };
  }

  /** Queues a job that restores the witness, too. */
  queue({ script, cache = [], ...wish }: JobWish): Promise<number> {
    const pulled = { ...CACHE, policy: 'pull' as const };
    return this.runner.queue({ ...wish, script: [...script, SHOW], cache: [...cache, pulled] });
  }

  async run(wish: JobWish): Promise<JobReport> {
    return finished(await this.queue(wish));
  }

  /** After a fault: the job that came next is green and has restored the witness. */
  outlived(job: JobReport): void {
    const seen = said(job, 'WITNESS');
    count('faults survived', job.state === 'success' && seen === this.sum ? 1 : 0);
    count('objects lost', seen === this.sum ? 0 : 1);
    expect({ state: job.state, witness: seen }).toEqual({ state: 'success', witness: this.sum });
  }
}
