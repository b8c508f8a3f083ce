import type { Severity } from './finding';

/** Colours of a terminal, or none. */
export interface Paint {
  readonly severity: (severity: Severity, text: string) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

export function paint(colour: boolean): Paint {
  const wrap =
    (code: number) =>
    (text: string): string =>
      colour ? `\u001b[${String(code)}m${text}\u001b[0m` : text;
  return { severity: (severity, text) => wrap(CODES[severity])(text), bold: wrap(1), dim: wrap(2) };
}

/** Red, yellow, cyan. */
const CODES: Readonly<Record<Severity, number>> = { error: 31, warning: 33, note: 36 };
