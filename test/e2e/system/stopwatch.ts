/** How long something takes, as the summary shows it. */
export async function secondsOf(act: () => Promise<unknown>): Promise<string> {
  const start = Date.now();
  await act();
  return `${((Date.now() - start) / 1000).toFixed(0)} s`;
}
