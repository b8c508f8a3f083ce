/** Milliseconds of the processor that something takes: on a busy machine a clock says nothing. */
export function cpuMs(action: () => void): number {
  const start = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
