/**
 * The address of a repository as Argo CD compares it: in lower case, without `.git` and `ssh://`. Undefined for what cannot be
 * told without a reader of addresses like its own. (argo-cd, util/git/git.go, NormalizeGitURL)
 */
export function normalRepository(address: string): string | undefined {
  const text = address.trim().toLowerCase();
  const plain = SSH.test(text) && !text.startsWith('ssh://') ? `ssh://${text.replace(':', '/')}` : text;
  const short = plain.replace(/\.git$/, '');
  return READABLE.test(short) ? short.replace(/^ssh:\/\//, '') : undefined;
}

const SSH = /^(?:ssh:\/\/)?[^/:]*?@[^@]+$/;

/** With a scheme, or without a colon in its first part; and nothing that is written in another way once it was read. */
const READABLE = /^(?:[a-z][a-z0-9+.-]*:\/\/[^:/]*(?::\d+)?|[^:/]*)(?:\/[\w.~!$&'()*+,;=:@-]*)*$/;
