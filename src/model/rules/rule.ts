import type { Model, Runner } from '../model';

/** True when all is well. */
export interface Rule {
  /** Where a person would mend it, as in the configuration file. */
  readonly path: string;
  readonly holds: (model: Model) => boolean;
  readonly message: (model: Model) => string;
}

/** A rule that each runner must keep. Its path begins at the runner. */
export interface RunnerRule {
  readonly path: string;
  readonly holds: (runner: Runner, model: Model) => boolean;
  readonly message: (runner: Runner, model: Model) => string;
}

/** A rule that does not hold. */
export interface Violation {
  /** From the root of the configuration: `['runners', 0, 'name']`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** The key is at fault, not its value. */
  readonly atKey?: boolean;
}
