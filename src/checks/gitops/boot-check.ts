import { objectName } from '../../manifests/identity';
import type { Manifest } from '../../manifests/manifest';
import { textsOf } from '../../manifests/value';
import type { Check, Fault } from '../check';
import type { System } from '../../system/system';
import { holdsUpSync, needsOf, targetOf, type Need } from '../../system/needs';
import { orderSpot } from './order';
import { isLater, stepOf, stepText } from '../../system/sync-step';

/** A runner that tries its cache at start, and waves. */
export const BOOT_CHECK_CHECKS: readonly Check[] = [
  {
    id: 'runner-waits-for-its-bucket',
    severity: 'error',
    rule: 'A runner that tries its cache at start comes no earlier than the Job that makes its bucket',
    why: 'Without the bucket the runner ends and starts again, its wave is never healthy, and the Job of the later wave never runs.',
    source:
      'seen with Argo CD 3.2 and GitLab Runner 19.4, "verify_cache" of "runners.experimental.boot_verify"',
    find: (system) => runnersOf(system).flatMap((runner) => lateBuckets(runner, system.view(bucketJobs))),
  },
];

interface Runner {
  readonly manifest: Manifest;
  readonly bucket: string;
}

interface BucketJob {
  readonly manifest: Manifest;
  /** All that it runs. */
  readonly text: string;
}

const SECTION = /^\s*\[runners\.experimental\.boot_verify\][^\n]*\n((?:(?!\s*\[).*\n?)*)/m;
const BUCKET = /^\s*BucketName\s*=\s*["']([^"'\n]+)["']/m;
const MAKES_BUCKET = /\bmb["\s]|\bcreate-bucket\b|\bmake-?bucket\b/;

/** Pods with a `config.toml` that asks for the check of the cache. */
function runnersOf(system: System): readonly Runner[] {
  return system.view(configNeeds).flatMap(({ workload, target }) => {
    const text = textIn(system, target);
    const [, section = ''] = SECTION.exec(text) ?? [];
    const bucket = BUCKET.exec(text)?.[1];
    const verifies = ['enabled', 'verify_cache'].every((key) =>
      new RegExp(`^\\s*${key}\\s*=\\s*true\\b`, 'm').test(section),
    );
    return verifies && bucket !== undefined ? [{ manifest: workload.manifest, bucket }] : [];
  });
}

function bucketJobs(system: System): readonly BucketJob[] {
  const configs = new Map<Manifest, string>();
  for (const { workload, target } of system.view(configNeeds))
    configs.set(workload.manifest, `${configs.get(workload.manifest) ?? ''}\n${textIn(system, target)}`);
  return system.workloads
    .filter(({ manifest }) => manifest.kind === 'Job')
    .map(({ manifest, containers }) => ({
      manifest,
      text: `${JSON.stringify(containers.map(({ value }) => value))}\n${configs.get(manifest) ?? ''}`,
    }))
    .filter(({ text }) => MAKES_BUCKET.test(text));
}

function configNeeds(system: System): readonly Need[] {
  return system.view(needsOf).filter(({ kind, workload }) => kind === 'ConfigMap' && holdsUpSync(workload));
}

function textIn(system: System, target: string): string {
  return Object.values(textsOf(system.view(configMaps).get(target)?.at('data'))).join('\n');
}

function configMaps(system: System): ReadonlyMap<string, Manifest> {
  return new Map(system.ofKind('', 'ConfigMap').map((manifest) => [targetOf(manifest), manifest]));
}

function lateBuckets({ manifest, bucket }: Runner, jobs: readonly BucketJob[]): readonly Fault[] {
  const own = stepOf(manifest);
  return jobs.flatMap((maker): Fault[] => {
    const made = stepOf(maker.manifest);
    if (own === undefined || made === undefined || !isLater(made, own) || !maker.text.includes(bucket))
      return [];
    return [
      {
        spot: orderSpot(maker.manifest, manifest),
        message: `${objectName(manifest.identity)} in ${stepText(own)} tries bucket "${bucket}" at its start, and the Job that makes it comes in ${stepText(made)}, when the runner is healthy: neither ever is`,
        remedy: 'take the waves off both, or put the runner into the wave of the Job or a later one',
      },
    ];
  });
}
