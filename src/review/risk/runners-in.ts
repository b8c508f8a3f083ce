import { runnerConfigs, type ConfiguredRunner } from '../../system/runners/runner-configs';
import type { Side } from './both-ways';

/** The runners that a ConfigMap or Secret configures. */
export function runnersIn({ manifest, system }: Side): readonly ConfiguredRunner[] {
  if (manifest === undefined || !['ConfigMap', 'Secret'].includes(manifest.kind)) return [];
  return system
    .view(runnerConfigs)
    .filter((config) => config.manifest === manifest)
    .flatMap(({ runners }) => runners);
}
