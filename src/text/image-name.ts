/** The parts of an image's name, as container runtimes read them. */

/** Without tag and digest, with its registry: `docker.io/library/alpine` for `alpine:3.21`. */
export function repositoryIn(image: string): string {
  const [name = ''] = image.split('@');
  const { repository } = splitTag(name);
  const path = pathInRegistry(repository);
  const registry = repository.endsWith(`/${path}`) ? repository.slice(0, -path.length - 1) : 'docker.io';
  return `${/^(?:index|registry-1)\.docker\.io$/.test(registry) ? 'docker.io' : registry}/${path}`;
}

/** `alpine` is `library/alpine` on Docker Hub; a first part with a dot or a port is a registry. */
export function pathInRegistry(image: string): string {
  const slash = image.indexOf('/');
  if (slash === -1) return `library/${image}`;
  const first = image.slice(0, slash);
  return /[.:]/.test(first) || first === 'localhost' ? image.slice(slash + 1) : image;
}

export function splitTag(name: string): { repository: string; tag?: string } {
  const colon = name.lastIndexOf(':');
  if (colon <= name.lastIndexOf('/')) return { repository: name };
  return { repository: name.slice(0, colon), tag: name.slice(colon + 1) };
}
