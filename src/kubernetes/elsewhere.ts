import type { Credentials } from '../model/model';

/** What is accepted of pods that name keys which somebody else brings: they are in no file. */
export function keysElsewhere({ kind }: Credentials): Record<string, string> {
  return kind === 'existing'
    ? {
        'not-in-these-files': 'somebody else puts the S3 keys into the cluster: they do not belong into Git',
      }
    : {};
}
