import { shown } from '../text/shown';

/** The address of a GitLab, without a slash at its end. Only `gitlabUrl()` makes one. */
export type GitlabUrl = string & { readonly __brand: 'GitlabUrl' };

/** http or https, a host, perhaps a port and a path. The runner expands `$` in it, so that is refused. */
export const GITLAB_URL =
  /^https?:\/\/[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::[1-9][0-9]{0,4})?(?:\/[A-Za-z0-9._~/-]*)?$/;

export function gitlabUrl(text: string): GitlabUrl {
  if (/[@?]|gl[a-z]{2,}-/.test(text)) {
    throw new RangeError(
      'Cannot use a GitLab address with a user, a token or a query in it: expected http or https and a host, such as "https://gitlab.example.com"',
    );
  }
  if (!GITLAB_URL.test(text) || !URL.canParse(text)) {
    throw new RangeError(
      `Cannot use GitLab address ${shown(text)}: expected http or https and a host, such as "https://gitlab.example.com"`,
    );
  }
  const { origin, pathname, hostname } = new URL(text);
  if (PAGE.test(pathname) || (hostname === 'gitlab.com' && pathname !== '/')) {
    throw new RangeError(
      `Cannot use GitLab address ${shown(text)}: expected that of GitLab itself, not of a page or project, such as "${origin}"`,
    );
  }
  return text.replace(/\/+$/, '') as GitlabUrl;
}

/** A path is right where GitLab lives below one, so only what is surely inside of GitLab is refused. */
const PAGE = /\/(?:api\/v[0-9]|-|admin\/runners|users\/sign_in)(?:\/|$)|\.git\/?$/;

/** The TCP port that the runner connects to. */
export function portOf(url: GitlabUrl): number {
  const { port, protocol } = new URL(url);
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}
