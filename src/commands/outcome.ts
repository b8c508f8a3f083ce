/** What a command has to say. Only `cli.ts` prints and exits. */
export interface Outcome {
  /** Results, for standard output. */
  readonly out: string;
  /** Everything else, for standard error. */
  readonly err: string;
  /** 2: it was used in a way that cannot work. */
  readonly code: 0 | 1 | 2;
}
