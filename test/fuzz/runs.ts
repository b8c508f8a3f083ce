/** How many cases a run has, and which. Both can be said in the environment, so that a failure can be seen again. */

const CASES = Number(process.env.RUNNER_CACHE_FUZZ_CASES ?? 2000);

/** Always the same where nobody says another one: a run in CI depends on the code alone. */
const SEED = Number(process.env.RUNNER_CACHE_FUZZ_SEED ?? 20261123);

/** For `fc.assert`: a share of all cases. fast-check prints seed and path of what fails. */
export function runs(share: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: Math.max(1, Math.ceil(CASES * share)), seed: SEED };
}

/** Enough for a busy machine: what one case may cost is judged by itself. */
export const PATIENCE_MS = 60_000 + CASES * 100;
