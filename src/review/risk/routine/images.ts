import { textOf, type Value } from '../../../manifests/value';
import { repositoryIn, splitTag } from '../../../text/image-name';
import { tryVersionIn } from '../../../text/version';
import type { FieldChange } from '../../change';
import type { Judgement, Risk } from '../risk';

const SOURCE = 'https://kubernetes.io/docs/concepts/containers/images/';

/** Other images in pods. */
export const IMAGES: readonly Risk[] = [
  {
    id: 'image-tag',
    class: 'ROUTINE',
    change: 'the tag or the digest of an image changes, within the same major version',
    why: 'It is the same program, a little newer or older.',
    source: SOURCE,
    judge: ({ fields }) =>
      fields.filter((field) => stepOf(field) === 'tag').map(told('another tag of the same image')),
  },
  {
    id: 'image-major',
    class: 'CAPACITY',
    change: 'an image changes to another major version',
    why: 'A major version may drop what this system uses, and may write data that the old one cannot read.',
    source: SOURCE,
    judge: ({ fields }) =>
      fields
        .filter((field) => stepOf(field) === 'major')
        .map(told('another major version: read what it changes before this is merged')),
  },
  {
    id: 'image-repository',
    class: 'CAPACITY',
    change: 'an image comes from another repository',
    why: 'It is another program, whatever its name says, and somebody else has made it.',
    source: SOURCE,
    judge: ({ fields }) =>
      fields
        .filter((field) => stepOf(field) === 'repository')
        .map(told('an image of another repository: see who makes it, and whether nodes may pull it')),
  },
];

function told(message: string): (field: FieldChange) => Judgement {
  return (field) => ({ field, message });
}

/** Undefined for what is no image, or is new. */
function stepOf({ field, before, after }: FieldChange): 'tag' | 'major' | 'repository' | undefined {
  const [old, next] = [imageOf(before), imageOf(after)];
  if (field.at(-1) !== 'image' || old === undefined || next === undefined) return undefined;
  if (repositoryIn(old) !== repositoryIn(next)) return 'repository';
  return majorOf(old) === majorOf(next) ? 'tag' : 'major';
}

function imageOf(value: Value | undefined): string | undefined {
  return value === undefined ? undefined : textOf(value);
}

/** A tag without a version, such as a date, has no major version: all are of the same one. */
function majorOf(image: string): number | undefined {
  const { tag = '' } = splitTag(image.split('@')[0] ?? '');
  return tryVersionIn(tag)?.major ?? /^v?(\d{1,3})(?:\.\d{1,3})?(?![\d.])/.exec(tag)?.slice(1).map(Number)[0];
}
