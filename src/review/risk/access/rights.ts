import type { Manifest } from '../../../manifests/manifest';
import { listOf } from '../../../manifests/value';
import { firstOf } from '../../../text/first-of';
import { beyond, partOf } from '../beyond';
import { bothWays, type Found, type Side } from '../both-ways';
import type { Risk } from '../risk';
import { below, telling } from '../telling';
import { isBinding, isRole, roleOf } from './rbac';
import {
  MOST,
  placeOfRight,
  rightCovers,
  rightsOfRule,
  rightsText,
  rightsTexts,
  type Right,
} from './rbac-right';
import { subjectCovers, subjectOf, type Subject } from './rbac-subject';

export const RBAC = 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/';

/** Who may do what by the API. */
export const RIGHTS: readonly Risk[] = [
  ...telling(
    below('rules'),
    bothWays(
      RBAC,
      moreRights,
      {
        id: 'rights-widened',
        class: 'ACCESS',
        change: 'a Role or ClusterRole allows more',
        why: 'All whom it is bound to may do it from then on.',
        message: (rights) => `whoever has it may do more: ${rights}`,
      },
      {
        id: 'rights-narrowed',
        class: 'ROUTINE',
        change: 'a Role or ClusterRole allows less, or goes',
        why: 'All whom it is bound to are refused it from then on.',
        message: (rights) => `whoever has it may do less: ${rights}`,
      },
    ),
  ),
  ...telling(
    below('subjects'),
    bothWays(
      RBAC,
      moreSubjects,
      {
        id: 'rights-bound',
        class: 'ACCESS',
        change: 'a RoleBinding or ClusterRoleBinding names somebody new',
        why: 'They get all that the role allows.',
        message: (subjects, { base, head }) => `${roleOf(head ?? base)} is given to: ${subjects}`,
      },
      {
        id: 'rights-unbound',
        class: 'ROUTINE',
        change: 'a RoleBinding or ClusterRoleBinding names somebody no more, or goes',
        why: 'They are refused what the role allows, unless another binding gives it.',
        message: (subjects, { base, head }) => `${roleOf(base ?? head)} is taken from: ${subjects}`,
      },
    ),
  ),
];

function* moreRights({ manifest: from }: Side, { manifest: to }: Side): Generator<Found> {
  const old = rightsIn(from);
  const rights = beyond(old, rightsIn(to), rightCovers, placeOfRight);
  const most = from === undefined ? MOST_OF_NEW : MOST;
  const details = rightsTexts(rights);
  if (rights.length > 0)
    yield {
      message: firstOf(details, most, '; '),
      part: rightsText(partOf(rights, old, rightCovers, placeOfRight)),
      ...(details.length > most && { details }),
    };
}

/** Of a role that is new as a whole: its file is there to be read. */
const MOST_OF_NEW = 3;

function* moreSubjects({ manifest: from }: Side, { manifest: to }: Side): Generator<Found> {
  const old = subjectsIn(from);
  const subjects = beyond(old, subjectsIn(to), subjectCovers);
  if (subjects.length > 0)
    yield { message: subjects.join(', '), part: partOf(subjects, old, subjectCovers).join(', ') };
}

function rightsIn(role: Manifest | undefined): readonly Right[] {
  return role !== undefined && isRole(role) ? listOf(role.object.rules).flatMap(rightsOfRule) : [];
}

function subjectsIn(binding: Manifest | undefined): readonly Subject[] {
  if (binding === undefined || !isBinding(binding)) return [];
  return listOf(binding.object.subjects).map((subject) => subjectOf(subject, binding.namespace));
}
