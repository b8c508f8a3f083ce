import { textOf } from '../../../manifests/value';
import { configuredRunners, type ConfiguredRunner } from '../../../system/runners/runner-configs';
import { serviceNamed } from '../../../system/traffic/service-names';
import { after, before } from '../both-ways';
import type { Risk, World } from '../risk';
import { runnersIn } from '../runners-in';
import { serviceMeant } from './service-meant';

/** Buckets that nobody asks for any more, on a store that stays. */
export const BUCKET_LEFT: Risk = {
  id: 'bucket-left',
  class: 'CAPACITY',
  change: 'the last runner leaves a bucket of a store in the cluster',
  why: 'Nothing deletes a bucket. Its own lifecycle rule goes on, so archives expire where it has one, and what looks after the other buckets does not know it.',
  source: 'https://docs.gitlab.com/runner/configuration/advanced-configuration/#the-runnerscache-section',
  *judge(change, world) {
    const [old, own] = [before(change, world), after(change, world)].map((side) =>
      bucketsOf(runnersIn(side)),
    );
    const left = [...(old ?? [])].filter(([place]) => own?.has(place) === false);
    if (left.length === 0) return;
    const used = bucketsOf(configuredRunners(world.around().head));
    for (const [place, { bucket, host }] of left)
      if (!used.has(place) && !isGone(host, world))
        yield {
          message: `no runner uses the bucket "${bucket}" any more: it stays on its store, and its archives take space until they expire`,
          instead: `when no job needs them, delete it by hand: "mc rb --force STORE/${bucket}"`,
        };
  },
};

interface Bucket {
  readonly bucket: string;
  /** Of its store. */
  readonly host: string;
}

/** By store and name. Of a store outside of the cluster files may not tell who else uses it. */
function bucketsOf(runners: readonly ConfiguredRunner[]): ReadonlyMap<string, Bucket> {
  return new Map(
    runners.flatMap((runner): readonly [string, Bucket][] => {
      const setting = (key: string): string => textOf(runner.at('cache', 's3', key)) ?? '';
      const [address, bucket] = [serviceMeant(setting('ServerAddress')), setting('BucketName')];
      if (bucket === '' || !/\.svc(?::\d+)?$/.test(address)) return [];
      return [[`${address}/${bucket}`, { bucket, host: address.replace(/:\d+$/, '') }]];
    }),
  );
}

/** What becomes of a store that goes is told of the store itself. */
function isGone(host: string, { base, head }: World): boolean {
  return serviceNamed(base, host, '') !== undefined && serviceNamed(head, host, '') === undefined;
}
