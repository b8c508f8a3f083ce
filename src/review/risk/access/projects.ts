import type { Manifest } from '../../../manifests/manifest';
import { bothWays, type Side } from '../both-ways';
import type { Judgement, Risk } from '../risk';
import { typeOf } from '../subject';
import { allowancesOf, allowedBeyond, type Allowance } from './project-rights';

/** What Argo CD may deliver, and where to. */
export const PROJECTS: readonly Risk[] = bothWays(
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
);

function* moreAllowed({ manifest: from }: Side, { manifest: to }: Side): Generator<Judgement> {
  const old = allowancesIn(from);
  const more = allowancesIn(to).flatMap((allowance, index) => allowedBeyond(old[index], allowance));
  if (more.length > 0) yield { message: more.join(', ') };
}

function allowancesIn(project: Manifest | undefined): readonly Allowance[] {
  return project !== undefined && typeOf(project) === 'argoproj.io/AppProject' ? allowancesOf(project) : [];
}
