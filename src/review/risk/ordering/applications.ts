import { cascadeOf } from '../../../system/delivery/applications';
import type { Risk } from '../risk';
import { goneOf, isApplication } from '../subject';
import { below } from '../telling';

/** What Argo CD syncs at another time than it seems, or from elsewhere. */
export const APPLICATIONS: readonly Risk[] = [
  {
    id: 'application-left',
    class: 'ORDERING',
    change: 'an Application without a finalizer is removed or renamed',
    why: 'What it has made stays and goes on: after a removal no commit reaches it and nothing shows it, after a rename two Applications claim it until the old one is deleted.',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/',
    *judge(change) {
      const base = goneOf(change);
      if (base === undefined || !isApplication(base) || cascadeOf(base) >= 0) return;
      const { name, namespace } = base;
      if (change.is === 'renamed')
        yield {
          message: 'all that it has made stays, and both claim it until the old one is deleted',
          instead: `delete the old one first, which leaves what it has made: "kubectl delete application ${name} -n ${namespace}"`,
        };
      else
        yield {
          message: 'all that it has made stays, and nothing syncs it any more',
          instead: `where it shall go, "argocd app delete ${name} --cascade" before this is applied`,
        };
    },
  },
  {
    id: 'source-changed',
    class: 'ORDERING',
    change: 'an Application syncs another revision, folder or chart',
    why: 'What Argo CD applies from then on stands there: what it means is told by a review of the two, not by this one.',
    source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/',
    *judge({ is, head, fields }) {
      if (is !== 'changed' || !isApplication(head)) return;
      const about = fields.filter(below(...SOURCES));
      if (about.length > 0)
        yield {
          about,
          message: 'what it syncs from now on stands elsewhere, and was not looked at here',
        };
    },
  },
];

const SOURCES = ['spec.source', 'spec.sources[]'].flatMap((source) =>
  ['targetRevision', 'path', 'chart'].map((name) => `${source}.${name}`),
);
