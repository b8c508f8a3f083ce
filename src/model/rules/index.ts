import type { Model } from '../model';
import { CREDENTIAL_RULES } from './credential-rules';
import { DELIVERY_RULES } from './delivery-rules';
import { GITLAB_RULES } from './gitlab-rules';
import { NAMESPACE_RULES, STORE_NAMESPACE_RULES } from './namespace-rules';
import type { Violation } from './rule';
import { RUNNER_RULES } from './runner-rules';
import { settingsViolations } from './settings';
import { STORE_RULES } from './store-rules';

/** Everything that is wrong between the keys of a configuration. Empty when all is well. */
export function violations(model: Model): Violation[] {
  return [
    ...[...GITLAB_RULES, ...STORE_RULES, ...CREDENTIAL_RULES, ...STORE_NAMESPACE_RULES, ...DELIVERY_RULES]
      .filter(({ holds }) => !holds(model))
      .map(({ path, message }) => ({ path: path.split('.'), message: message(model) })),
    ...model.runners.flatMap((runner, index) => [
      ...[...RUNNER_RULES, ...NAMESPACE_RULES]
        .filter(({ holds }) => !holds(runner, model))
        .map(({ path, message }) => ({
          path: ['runners', index, ...path.split('.')],
          message: message(runner, model),
        })),
      ...settingsViolations(runner, model).map((violation) => ({
        ...violation,
        path: ['runners', index, 'settings', ...violation.path],
      })),
    ]),
  ];
}
