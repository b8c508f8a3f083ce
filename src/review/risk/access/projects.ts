import type { Manifest } from '../../../manifests/manifest';
import { bothWays, type Found, type Side } from '../both-ways';
import type { Risk } from '../risk';
import { typeOf } from '../subject';
import { below, telling } from '../telling';
import { allowancesOf, allowedBeyond, type Allowance } from './project-rights';
import { MOST } from './project-text';

/** All that `allowancesOf` reads; roles and windows are told as they are. */
const LISTS = [
  ...['sourceRepos', 'destinations', 'sourceNamespaces'],
  ...['cluster', 'namespace'].flatMap((of) => [`${of}ResourceWhitelist`, `${of}ResourceBlacklist`]),
].map((list) => `spec.${list}`);

/** What Argo CD may deliver, and where to. */
export const PROJECTS: readonly Risk[] = telling(
  below(...LISTS),
  bothWays(
    'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/',
    moreAllowed,
    {
      id: 'project-widened',
      class: 'ACCESS',
      change: 'an AppProject takes more repositories, destinations or kinds',
      why: 'Every Application of the project may use them.',
      message: (more) => `its Applications may use more: ${more}`,
    },
    {
      id: 'project-narrowed',
      class: 'ROUTINE',
      change: 'an AppProject takes fewer repositories, destinations or kinds, or goes',
      why: 'The sync of an Application that still uses them fails.',
      message: (less) => `its Applications may use less: ${less}`,
    },
  ),
);

function* moreAllowed({ manifest: from }: Side, { manifest: to }: Side): Generator<Found> {
  const old = allowancesIn(from);
  const all = allowancesIn(to).map((allowance, index) => allowedBeyond(old[index], allowance));
  const [more, part] = [all.flatMap(({ fresh }) => fresh), all.flatMap(({ had }) => had)];
  const details = all.flatMap((one) => one.all);
  if (more.length > 0)
    yield {
      message: more.join('; '),
      part: part.join('; '),
      ...(all.some((one) => one.all.length > MOST) && { details }),
    };
}

function allowancesIn(project: Manifest | undefined): readonly Allowance[] {
  return project !== undefined && typeOf(project) === 'argoproj.io/AppProject' ? allowancesOf(project) : [];
}
