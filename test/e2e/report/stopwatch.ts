/** Runs from now; what it returns says how long, for `note()`. */
export function stopwatch(): () => string {
  const start = Date.now();
  return () => `${((Date.now() - start) / 1000).toFixed(1)} s`;
}
