import { shown } from '../text/shown';

const HOST = '[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?';
const USER = '[A-Za-z0-9._-]+';
const BELOW = '[A-Za-z0-9._~-]+(?:\\/[A-Za-z0-9._~-]+)*';

/** https, http or ssh. In a project of Argo CD a `*` would be any repository, so it cannot stand here. */
export const REPOSITORY_URL = new RegExp(
  `^(?:https?:\\/\\/${HOST}(?::[0-9]{1,5})?\\/|ssh:\\/\\/(?:${USER}@)?${HOST}(?::[0-9]{1,5})?\\/|${USER}@${HOST}:)${BELOW}$`,
);

/** The address of a Git repository, as Argo CD is told it. */
export function repositoryUrl(text: string): string {
  if (/^https?:\/\/[^/]*@|^[a-z]+:\/\/[^/]*:[^/]*@|[?#]|gl[a-z]{2,}-/.test(text)) {
    throw new RangeError(
      'Cannot use a repository address with a password, a token or a query in it: expected host and path, such as "https://gitlab.example.com/team/deploy.git", and the login in a Secret of Argo CD',
    );
  }
  if (!REPOSITORY_URL.test(text)) {
    throw new RangeError(
      `Cannot use repository address ${shown(text)}: expected https or ssh, a host and a path, such as "https://gitlab.example.com/team/deploy.git"`,
    );
  }
  return text;
}

/** A folder of a repository, never its top: neither `.` nor `..` is part of it. */
export const REPOSITORY_PATH = /^\.?[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/\.?[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/** A branch, a tag or a commit, as Git writes it. */
export const REVISION = /^[A-Za-z0-9](?:[A-Za-z0-9._\/-]{0,198}[A-Za-z0-9_-])?$/;
