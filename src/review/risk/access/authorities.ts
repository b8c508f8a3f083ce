import { textOf } from '../../../manifests/value';
import { normalRepository } from '../../../system/delivery/repository';
import type { FieldChange } from '../../change';
import type { Risk } from '../risk';
import { settingIn } from '../runner-setting';
import { isApplication } from '../subject';
import { below } from '../telling';

/** From whom runners and Argo CD take their orders. */
export const AUTHORITIES: readonly Risk[] = [
  {
    id: 'runner-url-changed',
    class: 'ACCESS',
    change: 'a runner asks another GitLab for its jobs',
    why: 'It sends its token there and runs what that GitLab gives it. A token counts for the GitLab that has made it.',
    source: 'https://docs.gitlab.com/runner/configuration/advanced-configuration/#the-runners-section',
    *judge({ is, fields }) {
      if (is !== 'changed') return;
      for (const field of fields.filter((one) => isUrl(one) && isOther(one, withoutSlash)))
        yield {
          about: [field],
          message: 'another GitLab gets its token, and gives it jobs',
          instead:
            'put a token of that GitLab into its Secret before, unless it is the same one by another name',
        };
    },
  },
  {
    id: 'source-repository-changed',
    class: 'ACCESS',
    change: 'an Application of Argo CD syncs another repository',
    why: 'Whoever may push there decides what the cluster gets, as far as its project allows.',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/',
    *judge({ is, head, fields }) {
      if (is === 'added' || is === 'removed' || !isApplication(head)) return;
      const about = fields.filter(below(...REPOSITORIES)).filter((one) => isOther(one, normalRepository));
      if (about.length > 0)
        yield { about, message: 'whoever may push to the other repository decides what it applies' };
    },
  },
];

/** Of one `[[runners]]`: `clone_url` and others are elsewhere. */
function isUrl(change: FieldChange): boolean {
  const [list, , name, ...more] = settingIn(change);
  return list === 'runners' && name === 'url' && more.length === 0;
}

/** Whether it is more than another way to write the same. */
function isOther({ before, after }: FieldChange, normal: (address: string) => string | undefined): boolean {
  const [old, now] = [before, after].map((address) => normal(textOf(address ?? null) ?? ''));
  return old === undefined || old !== now;
}

function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

const REPOSITORIES = ['spec.source.repoURL', 'spec.sources[].repoURL'];
