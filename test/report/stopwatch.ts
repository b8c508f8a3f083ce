/** Runs from now; what it returns says how long, for `note()`. */
export function stopwatch(): () => string {
  const start = Date.now();
  return () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
}

/** How long this takes. */
export async function secondsOf(act: () => Promise<unknown>): Promise<string> {
  const since = stopwatch();
  await act();
  return since();
}
