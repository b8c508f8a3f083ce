import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { BucketInit } from '../constructs/bucket-init';
import { BucketKeeper } from '../constructs/bucket-keeper';
import { jobPodsOf } from '../constructs/job-pods';
import { KeysAccess } from '../constructs/keys-access';
import { KeysJob } from '../constructs/keys-job';
import { Minio } from '../constructs/minio';
import { defaultDeny } from '../kubernetes/network';
import type { Model } from '../model/model';
import { keysInStoreOf, NAMES } from '../model/names';
import { bucketFiles } from '../render/bucket-files';
import { keysScript } from '../render/keys-script';
import type { SecretWriter } from '../secrets';

/** MinIO, what makes and keeps its buckets and users, and the keys that all of them need. */
export class StoreChart extends Chart {
  constructor(scope: Construct, model: Model, secrets: SecretWriter) {
    super(scope, model.store.namespace);
    const { store, cache, runners, credentials, images, cluster } = model;
    const { namespace } = store;
    const copies = runners.map((runner) => ({ runner: runner.name, secret: keysInStoreOf(runner, runners) }));

    secrets.write(this, { namespace, name: NAMES.rootKeys, holder: { kind: 'root' } });
    for (const { runner, secret } of copies) {
      const holder = { kind: 'runner', name: runner, isCopy: true } as const;
      secrets.write(this, { namespace, name: secret, holder });
    }
    defaultDeny(this, namespace);
    const tools = { store, images, credentials, runners: copies };
    const bucketInit = new BucketInit(this, 'BucketInit', {
      ...tools,
      files: bucketFiles(model),
      marker: secrets.marker,
      purges: cache.purgeToken !== undefined,
    });
    const bucketKeeper = new BucketKeeper(this, 'BucketKeeper', tools);
    new Minio(this, 'Minio', {
      store,
      images,
      credentials,
      kubernetes: cluster.kubernetes,
      clients: [bucketInit.pods, bucketKeeper.pods, ...runners.map(jobPodsOf)],
    });
    if (!secrets.filledByJob) return;
    new KeysAccess(this, 'KeysAccess', {
      namespace,
      secrets: [NAMES.rootKeys, ...copies.map(({ secret }) => secret)],
      jobNamespace: namespace,
    });
    new KeysJob(this, 'KeysJob', {
      namespace,
      image: store.toolsImage,
      images,
      script: keysScript({
        root: { namespace, name: NAMES.rootKeys },
        runners: runners.map((runner) => ({
          keys: { namespace: runner.namespace, name: NAMES.runnerKeys },
          copy: { namespace, name: keysInStoreOf(runner, runners) },
        })),
        rotation: credentials.rotation,
      }),
      apiServerPorts: cluster.apiServerPorts,
    });
  }
}
