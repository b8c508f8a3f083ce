import type { Fault } from '../check';
import type { Manifest } from '../../manifests/manifest';
import type { Stranger } from '../../manifests/manifests';
import { at, isMap, textOf } from '../../manifests/value';
import type { Mistake } from './mistake';

export function isNamed(manifest: Manifest): boolean {
  return manifest.name !== '' || (textOf(manifest.at('metadata', 'generateName')) ?? '') !== '';
}

export function nameless(): Mistake {
  return {
    check: 'incomplete-object',
    path: ['metadata'],
    part: 'key',
    message: 'This object has no name, so nobody can apply it',
    remedy: 'write "metadata.name"',
  };
}

/** Documents that look like objects and say not what they are. */
export function incompleteObjects(strangers: readonly Stranger[]): readonly Fault[] {
  return strangers.flatMap(({ document, path }): Fault[] => {
    const value = at(document.value, ...path);
    if (!isMap(value)) return [];
    const missing = ['apiVersion', 'kind'].filter(
      (field) => typeof value[field] !== 'string' || value[field] === '',
    );
    if (missing.length === 0 || !(isMap(value.metadata) && LIKE_AN_OBJECT.some((field) => field in value)))
      return [];
    return [
      {
        spot: { file: document.file, place: document.placeOf(path, 'value') },
        message: `This object has no ${missing.map((field) => `"${field}"`).join(' and no ')}: kubectl refuses it, and Argo CD passes over it in silence`,
        remedy: `write ${missing.map((field) => `"${field}"`).join(' and ')}`,
      },
    ];
  });
}

const LIKE_AN_OBJECT = ['apiVersion', 'kind', 'spec', 'data', 'stringData', 'rules', 'roleRef'];
