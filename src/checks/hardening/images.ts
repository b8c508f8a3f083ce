import { textOf } from '../../manifests/value';
import type { Check } from '../check';
import { eachContainer } from './row';

/** Whether the image that runs is the one that was looked at. */
export const IMAGES: readonly Check[] = [
  eachContainer({
    id: 'image-digest',
    severity: 'note',
    rule: 'Images are named by their digest',
    why: 'A tag can be moved: what runs after the next restart may be another program.',
    source: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    breaks: ({ container: { value, name } }) => {
      const image = textOf(value.image);
      if (image === undefined || image.includes('@')) return undefined;
      return {
        field: ['image'],
        message: `The content of "${image}" can change under container "${name}"`,
        remedy: 'add the digest, "@sha256:…", behind the tag',
      };
    },
  }),
  eachContainer({
    id: 'image-pull-policy',
    severity: 'note',
    rule: 'An image without a digest is asked for at each start',
    why: 'Else each node runs what its tag was when it came there first, and whoever gets a pod on that node may use a private image.',
    source: 'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
    breaks: ({ container: { value, name } }) => {
      const image = textOf(value.image);
      const policy = textOf(value.imagePullPolicy);
      if (image === undefined || image.includes('@')) return undefined;
      if (policy === 'Always' || (policy === undefined && isLatest(image))) return undefined;
      return {
        field: ['imagePullPolicy'],
        message: `Two nodes may run container "${name}" from two contents of "${image}"`,
        remedy: 'name the image by its digest, or set "imagePullPolicy" to "Always"',
      };
    },
  }),
];

/** For which the API server writes `Always` by itself. */
function isLatest(image: string): boolean {
  const name = image.slice(image.lastIndexOf('/') + 1);
  return !name.includes(':') || name.endsWith(':latest');
}
