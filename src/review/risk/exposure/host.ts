/** Whether a host of an Ingress or of a Gateway takes all that another one takes; `*` is what says none. */
export function hostCovers(wide: string, narrow: string): boolean {
  return wide === '*' || wide === narrow || (wide.startsWith('*.') && narrow.endsWith(wide.slice(1)));
}
