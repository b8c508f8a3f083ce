import { HELM_HOOKS, HOOKS } from '../facts/argocd';
import type { Manifest } from '../manifests/manifest';
import { annotation, HELM_HOOK, HELM_WEIGHT, HOOK, WAVE, words } from './annotations';

/** When Argo CD applies an object: it goes on to the next step when all of this one is healthy. */
export interface Step {
  /** 0 before the sync, 1 in it, 2 behind it. */
  readonly phase: number;
  readonly wave: number;
}

const PHASES: Readonly<Record<string, number>> = { PreSync: 0, Sync: 1, PostSync: 2 };

/** The first step that applies it; undefined for what an ordinary sync never applies. */
export function stepOf(manifest: Manifest): Step | undefined {
  const hooks = hooksOf(manifest);
  const phases = hooks?.flatMap((hook) => PHASES[hook] ?? []) ?? [1];
  return phases.length === 0 ? undefined : { phase: Math.min(...phases), wave: waveOf(manifest) };
}

/** Undefined for what is no hook. Argo CD takes Helm's hooks for its own. */
export function hooksOf(manifest: Manifest): readonly string[] | undefined {
  const own = annotation(manifest, HOOK);
  if (own !== undefined) return words(own).filter((word) => (HOOKS as readonly string[]).includes(word));
  const helm = annotation(manifest, HELM_HOOK);
  return helm === undefined ? undefined : words(helm).flatMap((word) => HELM_HOOKS[word] ?? []);
}

export function isLater(step: Step, than: Step): boolean {
  return step.phase === than.phase ? step.wave > than.wave : step.phase > than.phase;
}

export function earliest(steps: readonly Step[]): Step | undefined {
  return steps.reduce<Step | undefined>(
    (first, step) => (first === undefined || isLater(first, step) ? step : first),
    undefined,
  );
}

/** `wave -1`, `PreSync, wave 0`. */
export function stepText({ phase, wave }: Step): string {
  const name = Object.entries(PHASES).find(([, number]) => number === phase)?.[0] ?? '';
  return phase === 1 ? `wave ${String(wave)}` : `${name}, wave ${String(wave)}`;
}

function waveOf(manifest: Manifest): number {
  const said = [annotation(manifest, WAVE), annotation(manifest, HELM_WEIGHT)];
  return Number(said.find((text) => text !== undefined && /^[-+]?\d+$/.test(text)) ?? 0);
}
