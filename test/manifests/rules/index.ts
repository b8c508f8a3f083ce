import { buckets } from './buckets';
import { duplicates } from './duplicates';
import { mounts } from './mounts';
import { names } from './names';
import { namespaces } from './namespaces';
import { pods } from './pods';
import { policies } from './policies';
import { ports } from './ports';
import { roles } from './roles';
import type { Rule } from './rule';
import { runnerConfig } from './runner-config';
import { text } from './text';
import { unused } from './unused';

/** Everything that a tree of manifests must be, whatever the configuration. */
export const RULES: Readonly<Record<string, Rule>> = {
  buckets,
  duplicates,
  mounts,
  names,
  namespaces,
  pods,
  policies,
  ports,
  roles,
  runnerConfig,
  text,
  unused,
};

export { broughtBy, secretsIn } from './brought';
export { secretBytes } from './secret-bytes';
export type { Brought } from './rule';

/** What all rules find. */
export const findings: Rule = (tree, brought) =>
  Object.entries(RULES).flatMap(([name, rule]) => rule(tree, brought).map((found) => `${name}: ${found}`));
