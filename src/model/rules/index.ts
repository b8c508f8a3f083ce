import type { Model } from '../model';
import type { Violation } from './rule';
import { RUNNER_RULES } from './runner-rules';
import { settingsViolations } from './settings';
import { STORE_RULES } from './store-rules';

/** Everything that is wrong between the keys of a configuration. Empty when all is well. */
export function violations(model: Model): Violation[] {
  return [
    ...STORE_RULES.filter(({ holds }) => !holds(model)).map(({ path, message }) => ({
      path,
      message: message(model),
    })),
    ...model.runners.flatMap((runner, index) => {
      const at = `runners[${String(index)}]`;
      return [
        ...RUNNER_RULES.filter(({ holds }) => !holds(runner, model)).map(({ path, message }) => ({
          path: `${at}.${path}`,
          message: message(runner, model),
        })),
        ...settingsViolations(runner, model).map(({ path, message }) => ({
          path: `${at}.settings${path}`,
          message,
        })),
      ];
    }),
  ];
}
