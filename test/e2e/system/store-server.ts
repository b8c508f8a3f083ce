import { podsOf, remove, scale } from '../cluster/api';
import { isReady } from '../cluster/objects';
import { run } from '../cluster/run';
import { until, untilTrue } from '../cluster/until';
import type { System } from './system';

/** What MinIO has open while it takes or gives a large archive, as patterns of the shell. */
const OPEN = {
  upload: '/data/.minio.sys/tmp/*/part.1',
  download: '/data/cache/cache/project/42/big*/part.1',
} as const;

/** MinIO itself, for whoever wishes it ill. */
export class StoreServer {
  private readonly killed = new Set<string>();

  constructor(private readonly system: System) {}

  /** Takes it away at once, and keeps it away. */
  async stop(): Promise<void> {
    const minio = await scale(this.system.store, 'minio', 0);
    await this.kill();
    await untilTrue('MinIO to be gone', 60, async () => (await podsOf(minio)).length === 0);
  }

  async start(): Promise<void> {
    await scale(this.system.store, 'minio', 1);
    await this.up();
  }

  /** Waits for a pod that was not killed. */
  async up(): Promise<void> {
    await until(
      'MinIO to be up',
      120,
      async () => {
        const pods = await podsOf(await this.system.minio());
        return pods.find((pod) => isReady(pod) && !this.killed.has(pod.metadata.uid));
      },
      () => this.system.explain(),
    );
  }

  /**
   * In the middle of a transfer of the key `big` the process dies, and then its pod without a warning. Deleting the pod
   * alone would leave MinIO some seconds, in which a transfer may end.
   */
  async dieDuring(transfer: keyof typeof OPEN): Promise<void> {
    await this.inside(`begun() { case $(ls -l /proc/1/fd) in *${OPEN[transfer]}*) ;; *) return 1 ;; esac; }
      until begun; do sleep 0.05; done; kill -ABRT 1`);
    await this.kill();
  }

  private async kill(): Promise<void> {
    for (const { metadata } of await podsOf(await this.system.minio())) {
      this.killed.add(metadata.uid);
      await remove('pods', metadata.namespace, metadata.name, true);
    }
  }

  private inside(script: string): Promise<string> {
    const container = ['-n', this.system.store, 'deployment/minio', '-c', 'minio'];
    return run('kubectl', ['exec', '-i', ...container, '--', 'sh', '-eus'], script);
  }
}
