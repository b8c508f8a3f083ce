import type { Risk } from '../risk';
import { IMAGES } from './images';

/** Alone where it is told: no other row judges such a change. */
export const SPELLING: Risk = {
  id: 'spelling',
  class: 'NO-OP',
  change: 'an object is written in another way and means the same',
  why: 'The API server keeps the same object.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/',
  *judge({ is, fields }) {
    if (is === 'changed' && fields.length === 0) yield { message: 'the same, spelled in another way' };
  },
};

/** What nobody has to look at twice. What no row tells is told in otherwise.ts. */
export const ROUTINE: readonly Risk[] = [...IMAGES, SPELLING];
