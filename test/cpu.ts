/** What something gives, and the milliseconds of the processor that it takes: on a busy machine a clock says nothing. */
export function measured<Value>(action: () => Value): { readonly value: Value; readonly spentMs: number } {
  const start = process.cpuUsage();
  const value = action();
  const { user, system } = process.cpuUsage(start);
  return { value, spentMs: (user + system) / 1000 };
}
