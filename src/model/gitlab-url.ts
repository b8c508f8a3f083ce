/** The address of a GitLab, without a slash at its end. Only `gitlabUrl()` makes one. */
export type GitlabUrl = string & { readonly __brand: 'GitlabUrl' };

/** http or https, a host, perhaps a port and a path. The runner expands `$` in it, so that is refused. */
export const GITLAB_URL = /^https?:\/\/[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:\/[A-Za-z0-9._~/-]*)?$/;

export function gitlabUrl(text: string): GitlabUrl {
  if (!GITLAB_URL.test(text) || !URL.canParse(text)) {
    throw new RangeError(
      `Cannot use GitLab address "${text}": expected http or https and a host, such as "https://gitlab.example.com"`,
    );
  }
  return text.replace(/\/+$/, '') as GitlabUrl;
}

/** The TCP port that the runner connects to. */
export function portOf(url: GitlabUrl): number {
  const { port, protocol } = new URL(url);
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}
