import type { FieldChange } from '../../change';
import { imageStepOf } from '../image-step';
import type { Judgement, Risk } from '../risk';

const SOURCE = 'https://kubernetes.io/docs/concepts/containers/images/';

/** Other images in pods. */
export const IMAGES: readonly Risk[] = [
  {
    id: 'image-tag',
    class: 'ROUTINE',
    isGeneral: true,
    change: 'the tag or the digest of an image changes, within the same major version',
    why: 'It is the same program, a little newer or older.',
    source: SOURCE,
    judge: ({ fields }) =>
      fields.filter((field) => imageStepOf(field) === 'tag').map(told('another tag of the same image')),
  },
  {
    id: 'image-major',
    class: 'CAPACITY',
    change: 'an image changes to another major version',
    why: 'A major version may drop what this system uses, and may write data that the old one cannot read.',
    source: SOURCE,
    judge: ({ fields }) =>
      fields
        .filter((field) => imageStepOf(field) === 'major')
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
        .filter((field) => imageStepOf(field) === 'repository')
        .map(told('an image of another repository: see who makes it, and whether nodes may pull it')),
  },
];

function told(message: string): (field: FieldChange) => Judgement {
  return (field) => ({ about: [field], message });
}
