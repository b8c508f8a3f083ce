import { apply, remove, tryGet } from '../cluster/api';
import type { KubeObject } from '../cluster/objects';
import { run } from '../cluster/run';
import { untilTrue } from '../cluster/until';
import type { System } from './system';

interface PodTemplate {
  readonly metadata: object;
  readonly spec: { readonly containers: readonly [Readonly<Record<string, unknown>>] };
}

const NAME = 'e2e-shell';

/**
 * A pod beside MinIO in which the tests run `mc` as root. It is the bucket-init Job's own pod with nothing to do: what
 * the policies and the Pod Security level let that one do, it may do too. `root` is the alias of the store.
 */
export class StoreShell {
  private constructor(private readonly namespace: string) {}

  static async open({ manifests, store }: System): Promise<StoreShell> {
    const job = manifests.find('Job', 'minio-bucket-init') as KubeObject & {
      readonly spec: { readonly template: PodTemplate };
    };
    const { metadata, spec } = job.spec.template;
    const [container] = spec.containers;
    await apply([
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { ...metadata, name: NAME, namespace: store },
        spec: {
          ...spec,
          terminationGracePeriodSeconds: 0,
          containers: [{ ...container, command: ['sleep', '3600'], args: [] }],
        },
      },
    ]);
    await run('kubectl', ['wait', '-n', store, `pod/${NAME}`, '--for=condition=Ready', '--timeout=120s']);
    const shell = new StoreShell(store);
    await shell.login();
    return shell;
  }

  /** While it is there, its node knows no successor of an immutable Secret. */
  async close(): Promise<void> {
    await remove('pods', this.namespace, NAME, true);
    const gone = async () => (await tryGet('pods', this.namespace, NAME)) === undefined;
    await untilTrue('the shell to be gone', 60, gone);
  }

  /** Whether MinIO takes these for its root keys. */
  async isRoot({ accesskey = '', secretkey = '' }: Readonly<Record<string, string>>): Promise<boolean> {
    const said = await this.run(`printf '%s\\n' '${accesskey}' '${secretkey}' |
      mc alias set other "$MINIO_URL" --api S3v4 --path on >/dev/null
      mc admin user ls other >/dev/null && echo yes || echo no`);
    return said.trim() === 'yes';
  }

  /** Runs shell lines and returns what they print. Throws if they fail. */
  run(script: string): Promise<string> {
    return run('kubectl', ['exec', '-i', '-n', this.namespace, NAME, '--', 'sh', '-eus'], script);
  }

  /** With the root keys as they are mounted now. */
  async login(): Promise<void> {
    await this.run(`cd /run/keys/_root
      printf '%s\\n' "$(cat accesskey)" "$(cat secretkey)" |
        mc alias set root "$MINIO_URL" --api S3v4 --path on >/dev/null`);
  }

  /** Names of the objects below a bucket or a path. */
  async objects(path: string): Promise<readonly string[]> {
    const lines = (await this.run(`mc ls --recursive --json "root/${path}"`)).split('\n');
    return lines.filter((line) => line !== '').map((line) => (JSON.parse(line) as { key: string }).key);
  }
}
