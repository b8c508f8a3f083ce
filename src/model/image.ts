import { pathInRegistry, repositoryIn, splitTag } from '../text/image-name';
import { shown } from '../text/shown';

/** Container images: what is pulled, and what differs between the ones we know. */
export interface ImageName {
  /** With its registry, such as `docker.io/pgsty/silo`. */
  readonly repository: string;
  readonly tag: string;
  /** `sha256:` and 64 hex digits. The tag is then only for people to read. */
  readonly digest?: string | undefined;
}

export const REPOSITORY =
  /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?(?::[0-9]{1,5})?(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/;
export const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
export const DIGEST = /^sha256:[0-9a-f]{64}$/;
export const REGISTRY = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?(?:\/[a-z0-9._-]+)*$/;

/** An image for `image:`, as a person writes it: `alpine:3.21`, with a registry, a digest, or both. */
export type ImageReference = string & { readonly __brand: 'ImageReference' };

export function imageReference(text: string): ImageReference {
  const [name = '', digest, more] = text.split('@');
  const { repository, tag } = splitTag(name);
  const whole = REPOSITORY.test(repository) && more === undefined;
  if (!whole || (tag !== undefined && !TAG.test(tag)) || (digest !== undefined && !DIGEST.test(digest))) {
    throw new RangeError(`Cannot use image ${shown(text)}: expected a name and a tag, such as "alpine:3.21"`);
  }
  refuseLong(repository);
  if (digest === undefined && (tag === undefined || tag === 'latest')) {
    throw new RangeError(
      `Cannot use image ${shown(text)}: expected a tag other than "latest", such as "alpine:3.21"`,
    );
  }
  return text as ImageReference;
}

export function referenceOf({ repository, tag, digest }: ImageName): ImageReference {
  return imageReference(`${repository}:${tag}${digest === undefined ? '' : `@${digest}`}`);
}

/** The same image in a mirror: the registry's host is replaced, the path below it kept. */
export function mirrored(image: ImageReference, registry: string): ImageReference {
  if (registry === '' || image.startsWith(`${registry}/`)) return image;
  const copy = `${registry}/${pathInRegistry(image)}`;
  refuseLong(splitTag(copy.split('@')[0] ?? '').repository);
  return copy as ImageReference;
}

/** No container runtime pulls what has a longer name. */
function refuseLong(repository: string): void {
  if (repository.length > LONGEST_NAME) {
    throw new RangeError(
      `Cannot use image ${shown(repository)}: expected at most ${LONGEST_NAME} characters before its tag`,
    );
  }
}

const LONGEST_NAME = 255;

/** Without tag and digest, with its registry: `docker.io/library/alpine` for `alpine:3.21`. */
export function repositoryOf(image: ImageReference): string {
  return repositoryIn(image);
}
