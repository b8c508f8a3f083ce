import type { Model } from '../model';
import { NAMES } from '../names';
import type { Rule } from './rule';

export const GITLAB_RULES: readonly Rule[] = [
  {
    // It would have no `ca.crt`, and the manager would wait for it for ever.
    path: 'gitlab.caSecret',
    holds: (model) => !ownSecrets(model).includes(model.gitlab.caSecret),
    message: ({ gitlab }) =>
      `Cannot use Secret "${String(gitlab.caSecret)}" for the CA: expected another one, as this one holds the runner's keys or token`,
  },
];

/** Secrets beside the manager that are written without a person. */
function ownSecrets({ runners }: Model): readonly (string | undefined)[] {
  const tokens = runners.flatMap(({ token }) => (token.kind === 'existing' ? [] : [token.secret]));
  return [NAMES.runnerKeys, ...tokens];
}
