import type { Manifest } from '../../manifests/manifest';

/** What tells Argo CD what to sync. */
export function isArgoKind({ identity }: Manifest): boolean {
  return identity.group === 'argoproj.io' && /^App(?:lication|licationSet|Project)$/.test(identity.kind);
}
