import type { ImageReference } from '../model/image';
import type { Images } from '../model/model';

/** What is accepted of an image by its name: nothing of one with a digest, or with a tag that names no release. */
export function acceptedImage(image: ImageReference, { pullPolicy }: Images): Record<string, string> {
  if (image.includes('@') || !RELEASE_TAG.test(image)) return {};
  return {
    'image-digest': 'the tag names one release; a digest can be set in runner-cache.yaml',
    ...(pullPolicy === 'Always'
      ? {}
      : {
          'image-pull-policy':
            'the tag names one release, and a registry that is down must not keep a pod from starting',
        }),
  };
}

const RELEASE_TAG = /:[^/]*\d+[.-]\d+[^/]*$/;
